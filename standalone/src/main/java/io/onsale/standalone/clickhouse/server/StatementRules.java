package io.onsale.standalone.clickhouse.server;

import io.onsale.standalone.clickhouse.server.Analysis.Kind;
import io.onsale.standalone.clickhouse.server.SqlTokens.Token;
import java.util.Map;

/**
 * Which statements may run. The engine's own parser is the judge, and what it can't parse never runs: the engine would
 * run the statements before the error.
 */
final class StatementRules {

    private static final String ECHO = ": In scope SELECT formatQuery";

    private StatementRules() {}

    static void check(EngineConnection connection, String sql, Role role) throws EngineException {
        Analysis analysis = connection.analyse(Sql.bytes(sql));
        if (analysis.statements() != 1) {
            throw syntaxError(connection, sql);
        }
        if (role == Role.READER) {
            checkReader(rendered(connection, sql), analysis.kind());
        }
    }

    /** A reader reads, or says USE or SET, which end with the request and which read-only mode judges. */
    private static void checkReader(String sql, Kind kind) throws EngineException {
        SqlTokens tokens = new SqlTokens(sql);
        Token token = tokens.next();
        boolean session = kind == Kind.SESSION_OR_OUTSIDE && (token.isWord("USE") || token.isWord("SET"));
        if (kind != Kind.READ && !session) {
            throw EngineException.of(ErrorCode.READONLY, "Cannot execute query in readonly mode");
        }
        for (Token previous = token; token.kind() != SqlTokens.Kind.END; previous = token, token = tokens.next()) {
            checkName(previous, token);
        }
    }

    /** {@code file()} reads any file even in read-only mode; a parameter could bring its name in unseen. */
    private static void checkName(Token previous, Token token) throws EngineException {
        if (token.text().equals("file") || token.text().equals("`file`")) {
            throw EngineException.of(
                    ErrorCode.ACCESS_DENIED, "The name file is reserved: file() reads the server's files");
        }
        if (token.isWord("IDENTIFIER") && previous.isSymbol(':')) {
            throw EngineException.of(ErrorCode.ACCESS_DENIED, "Parameters of type Identifier are not allowed");
        }
    }

    /** The statement as the parser understood it: no comments, one way of quoting, no escapes in plain names. */
    private static String rendered(EngineConnection connection, String sql) throws EngineException {
        byte[] query = Sql.bytes("SELECT formatQuery(" + Sql.literal(sql) + ")");
        try (EngineResult result = connection.query(query, "TSVRaw", Map.of())) {
            return result.text();
        }
    }

    private static EngineException syntaxError(EngineConnection connection, String sql) {
        try {
            rendered(connection, sql);
            return EngineException.of(ErrorCode.SYNTAX_ERROR, "A request holds one statement");
        } catch (EngineException e) {
            int echo = e.text().indexOf(ECHO);
            return echo < 0 ? e : EngineException.reported(e.text().substring(0, echo) + ". (SYNTAX_ERROR)");
        }
    }
}
