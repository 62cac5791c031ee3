package io.onsale.schemas.compatibility;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A symbol that may have been written stays readable as itself; Avro would turn it into the enum's default. */
final class SymbolRule implements ChangeRule {
    @Override
    public List<String> problems(Schema reader, Schema writer) {
        List<String> problems = new ArrayList<>();
        SchemaPairs.walk(reader, writer, new SchemaPairs.Visitor() {
            @Override
            public void types(String path, Schema read, Schema written) {
                if (read.getType() == Schema.Type.ENUM && written.getType() == Schema.Type.ENUM) {
                    List<String> gone = new ArrayList<>(written.getEnumSymbols());
                    gone.removeAll(read.getEnumSymbols());
                    gone.forEach(symbol -> problems.add("SYMBOL at " + path + ": " + symbol + " was removed"));
                }
            }
        });
        return problems;
    }
}
