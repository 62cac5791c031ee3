package io.onsale.standalone.clickhouse.server;

import io.onsale.standalone.clickhouse.server.SqlTokens.Kind;
import io.onsale.standalone.clickhouse.server.SqlTokens.Token;
import java.util.Locale;

/** The format a statement's result comes in, and whether it may be put together from pieces. */
record OutputFormat(String name, boolean streamable) {

    /** The statement's own FORMAT clause counts before what the request asks for. */
    static OutputFormat of(String sql, String requested) {
        SqlTokens tokens = new SqlTokens(sql);
        String format = requested;
        boolean totals = false;
        Token clause = tokens.next();
        Token name = tokens.next();
        while (name.kind() != Kind.END) {
            Token following = tokens.next();
            if (clause.isWord("FORMAT") && name.kind() == Kind.WORD && endsClause(following)) {
                format = name.text();
            }
            totals |= name.isWord("TOTALS");
            clause = name;
            name = following;
        }
        // Totals come as a document of their own.
        return new OutputFormat(format, !totals && FormatHeader.of(format) != FormatHeader.WHOLE_DOCUMENT);
    }

    private static boolean endsClause(Token token) {
        return token.kind() == Kind.END || token.isSymbol(';') || token.isWord("SETTINGS");
    }

    String contentType() {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("csv")) {
            return "text/csv; charset=UTF-8";
        }
        if (lower.startsWith("tabseparated") || lower.startsWith("tsv")) {
            return "text/tab-separated-values; charset=UTF-8";
        }
        if (lower.startsWith("json") && !FormatHeader.of(name).equals(FormatHeader.WHOLE_DOCUMENT)) {
            return "application/x-ndjson; charset=UTF-8";
        }
        return lower.startsWith("json") ? "application/json; charset=UTF-8" : "application/octet-stream";
    }
}
