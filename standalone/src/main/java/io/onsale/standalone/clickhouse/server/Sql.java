package io.onsale.standalone.clickhouse.server;

import java.nio.charset.StandardCharsets;

/** Quoting of what goes into a statement, and the bytes of one. */
final class Sql {

    private Sql() {}

    /** The bytes of a text that has one char a byte. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    static String identifier(String name) {
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }
}
