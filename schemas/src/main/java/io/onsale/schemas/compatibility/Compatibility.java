package io.onsale.schemas.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Rules for changing a schema, checked against its earlier versions. */
public final class Compatibility {
    /** What Avro itself asks for, as every schema registry does. */
    public static final Compatibility AVRO = new Compatibility(List.of(new AvroRule()));
    /** What Onsale asks of its own schemas. */
    public static final Compatibility ONSALE =
            new Compatibility(List.of(new AvroRule(), new LogicalTypeRule(), new SymbolRule(), new PrivacyRule()));

    private final List<ChangeRule> rules;

    private Compatibility(List<ChangeRule> rules) {
        this.rules = rules;
    }

    /**
     * Says what speaks against a schema as the next version.
     *
     * @param earlier the versions so far, oldest first
     */
    public List<String> problems(CompatibilityLevel level, Schema next, List<Schema> earlier) {
        List<Schema> compared = level.isTransitive() || earlier.isEmpty()
                ? earlier
                : earlier.subList(earlier.size() - 1, earlier.size());
        List<String> problems = new ArrayList<>();
        for (Schema old : compared) {
            if (level.newReadsOld()) {
                check(next, old).forEach(problems::add);
            }
            if (level.oldReadsNew()) {
                check(old, next).forEach(problems::add);
            }
        }
        return problems.stream().distinct().toList();
    }

    private Stream<String> check(Schema reader, Schema writer) {
        return rules.stream().flatMap(rule -> rule.problems(reader, writer).stream());
    }
}
