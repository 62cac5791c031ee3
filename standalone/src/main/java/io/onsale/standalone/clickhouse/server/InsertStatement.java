package io.onsale.standalone.clickhouse.server;

import io.onsale.standalone.clickhouse.server.SqlTokens.Kind;
import io.onsale.standalone.clickhouse.server.SqlTokens.Token;
import java.util.Optional;

/** An {@code INSERT … FORMAT X} taken apart: the statement without its FORMAT clause, the format, and where the data begins. */
record InsertStatement(String statement, String format, int dataAt) {

    /**
     * Finds the clause in a text that may go on with data of any kind. Empty where the text is a statement to run as it
     * is: no insert, an insert of a query, or {@code VALUES}.
     */
    static Optional<InsertStatement> parse(String text) {
        SqlTokens tokens = new SqlTokens(text);
        if (!tokens.next().isWord("INSERT") || !tokens.next().isWord("INTO")) {
            return Optional.empty();
        }
        Token name = tokens.next();
        if (name.isWord("TABLE") || name.isWord("FUNCTION")) {
            name = tokens.next();
        }
        return afterName(text, tokens, name);
    }

    private static Optional<InsertStatement> afterName(String text, SqlTokens tokens, Token name) {
        int depth = 0;
        Token previous = name;
        for (Token token = tokens.next(); token.kind() != Kind.END; token = tokens.next()) {
            if (token.isSymbol('(')) {
                depth++;
            } else if (token.isSymbol(')')) {
                depth--;
            } else if (depth == 0 && !previous.isSymbol('.')) {
                if (token.isWord("FORMAT")) {
                    return withFormat(text, tokens, token.start());
                }
                if (bringsItsOwnData(token)) {
                    return Optional.empty();
                }
            }
            previous = token;
        }
        return Optional.empty();
    }

    private static boolean bringsItsOwnData(Token token) {
        return token.isWord("VALUES") || token.isWord("SELECT") || token.isWord("WITH") || token.isWord("FROM");
    }

    private static Optional<InsertStatement> withFormat(String text, SqlTokens tokens, int clauseAt) {
        Token format = tokens.next();
        if (format.kind() != Kind.WORD || format.isWord("VALUES")) {
            return Optional.empty();
        }
        String statement = text.substring(0, clauseAt);
        int end = format.end();
        Token following = tokens.next();
        if (following.isWord("SETTINGS") && sameLine(text, end, following)) {
            end = endOfLine(text, following.start());
            statement += text.substring(following.start(), end);
        }
        return Optional.of(new InsertStatement(statement, format.text(), dataAt(text, end)));
    }

    private static boolean sameLine(String text, int from, Token token) {
        return text.substring(from, token.start()).indexOf('\n') < 0;
    }

    private static int endOfLine(String text, int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 ? text.length() : newline;
    }

    /** The rest of the clause's line is not data: blanks, a semicolon, one line break. */
    private static int dataAt(String text, int clauseEnd) {
        int at = clauseEnd;
        while (at < text.length() && " \t\f;".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        return at;
    }
}
