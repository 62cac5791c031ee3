package io.onsale.schemas.compatibility;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Walks two schemas together and shows a visitor what is read from what. */
final class SchemaPairs {
    private final Visitor visitor;
    private final Set<String> visited = new HashSet<>();

    private SchemaPairs(Visitor visitor) {
        this.visitor = visitor;
    }

    static void walk(Schema reader, Schema writer, Visitor visitor) {
        new SchemaPairs(visitor).types(reader.getName(), reader, writer);
    }

    private void types(String path, Schema reader, Schema writer) {
        if (reader.isUnion() || writer.isUnion()) {
            unions(path, reader, writer);
            return;
        }
        visitor.types(path, reader, writer);
        if (reader.getType() != writer.getType()) {
            return;
        }
        switch (reader.getType()) {
            case RECORD -> records(path, reader, writer);
            case ARRAY -> types(path + "[]", reader.getElementType(), writer.getElementType());
            case MAP -> types(path + "{}", reader.getValueType(), writer.getValueType());
            default -> {}
        }
    }

    private void unions(String path, Schema reader, Schema writer) {
        for (Schema written : writer.isUnion() ? writer.getTypes() : Set.of(writer)) {
            for (Schema read : reader.isUnion() ? reader.getTypes() : Set.of(reader)) {
                // Two branches of one union are never of the same name, so this finds one partner at most.
                if (read.getType() == written.getType() && isSame(read, written)) {
                    types(path, read, written);
                }
            }
        }
    }

    private static boolean isSame(Schema reader, Schema writer) {
        return switch (reader.getType()) {
            case RECORD, ENUM, FIXED ->
                reader.getFullName().equals(writer.getFullName())
                        || reader.getAliases().contains(writer.getFullName());
            default -> true;
        };
    }

    private void records(String path, Schema reader, Schema writer) {
        // A record may contain itself.
        if (!visited.add(reader.getFullName() + ' ' + writer.getFullName())) {
            return;
        }
        for (Schema.Field field : reader.getFields()) {
            Schema.Field written = writtenAs(field, writer);
            if (written != null) {
                String fieldPath = path + '.' + field.name();
                visitor.fields(fieldPath, field, written);
                types(fieldPath, field.schema(), written.schema());
            }
        }
    }

    private static Schema.@Nullable Field writtenAs(Schema.Field field, Schema writer) {
        Schema.Field written = writer.getField(field.name());
        for (String alias : field.aliases()) {
            if (written == null) {
                written = writer.getField(alias);
            }
        }
        return written;
    }

    /** Is shown every pair once. */
    interface Visitor {
        /** Two types, neither of them a union. */
        default void types(String path, Schema reader, Schema writer) {}

        default void fields(String path, Schema.Field reader, Schema.Field writer) {}
    }
}
