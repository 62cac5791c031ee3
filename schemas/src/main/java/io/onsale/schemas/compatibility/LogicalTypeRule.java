package io.onsale.schemas.compatibility;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What a number or text means (an amount's scale, an instant's unit) never changes; Avro itself does not look at it. */
final class LogicalTypeRule implements ChangeRule {
    @Override
    public List<String> problems(Schema reader, Schema writer) {
        List<String> problems = new ArrayList<>();
        SchemaPairs.walk(reader, writer, new SchemaPairs.Visitor() {
            @Override
            public void types(String path, Schema read, Schema written) {
                String before = meaning(written);
                String after = meaning(read);
                if (!before.equals(after)) {
                    problems.add("LOGICAL_TYPE at " + path + ": written as " + before + ", read as " + after);
                }
            }
        });
        return problems;
    }

    private static String meaning(Schema schema) {
        @Nullable Object name = schema.getObjectProp("logicalType");
        if (name == null) {
            return "no logical type";
        }
        return name.equals("decimal")
                ? "decimal(%s, %s)".formatted(schema.getObjectProp("precision"), scale(schema))
                : name.toString();
    }

    private static Object scale(Schema decimal) {
        @Nullable Object scale = decimal.getObjectProp("scale");
        return scale == null ? 0 : scale;
    }
}
