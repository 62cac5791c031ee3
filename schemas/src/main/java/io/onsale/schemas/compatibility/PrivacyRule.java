package io.onsale.schemas.compatibility;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A field is never kept less carefully than those who filled it were promised. */
final class PrivacyRule implements ChangeRule {
    @Override
    public List<String> problems(Schema reader, Schema writer) {
        List<String> problems = new ArrayList<>();
        SchemaPairs.walk(reader, writer, new SchemaPairs.Visitor() {
            @Override
            public void fields(String path, Schema.Field read, Schema.Field written) {
                Privacy before = Privacy.of(written).orElse(Privacy.NONE);
                Privacy after = Privacy.of(read).orElse(Privacy.NONE);
                if (after.compareTo(before) < 0) {
                    problems.add("PRIVACY at " + path + ": weakened from " + before + " to " + after);
                }
            }
        });
        return problems;
    }
}
