package io.onsale.standalone.clickhouse.server;

import io.onsale.standalone.clickhouse.server.Analysis.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Runs a request's statement on a connection of its own and writes what comes of it. */
final class StatementRunner {

    private static final String NOT_STREAMED = "Streaming query is not supported";

    private final Engine engine;

    StatementRunner(Engine engine) {
        this.engine = engine;
    }

    /** Where the result goes: the head once the statement is known to work, then the body. */
    interface Answer {
        OutputStream begin(OutputFormat format, Summary summary) throws IOException;
    }

    void run(QueryRequest request, Role role, InputStream body, Answer answer) throws IOException, EngineException {
        Statement statement = Statement.of(request.query(), body);
        try (EngineConnection connection = engine.connect(role, request.database(), request.settings())) {
            StatementRules.check(connection, statement.text(), role);
            switch (statement) {
                case Statement.Insert insert -> insert(connection, request, insert, answer);
                case Statement.Plain plain -> plain(connection, request, plain.text(), answer);
            }
        }
    }

    private static void insert(
            EngineConnection connection, QueryRequest request, Statement.Insert insert, Answer answer)
            throws IOException, EngineException {
        Summary summary;
        try (InsertStream stream = connection.insert(Sql.bytes(insert.sql()), insert.format(), request.parameters())) {
            stream.append(insert.data());
            summary = stream.finish();
        }
        answer.begin(new OutputFormat(request.format(), false), summary);
    }

    private static void plain(EngineConnection connection, QueryRequest request, String text, Answer answer)
            throws IOException, EngineException {
        byte[] sql = Sql.bytes(text);
        OutputFormat format = OutputFormat.of(text, request.format());
        boolean read = connection.analyse(sql).kind() == Kind.READ;
        if (!read || !format.streamable() || !streamed(connection, request, sql, format, answer)) {
            buffered(connection, request, sql, format, answer);
        }
    }

    private static void buffered(
            EngineConnection connection, QueryRequest request, byte[] sql, OutputFormat format, Answer answer)
            throws IOException, EngineException {
        try (EngineResult result = connection.query(sql, request.format(), request.parameters())) {
            result.writeTo(answer.begin(format, result.summary()), 0);
        }
    }

    /** False where the engine streams no statement of this kind, such as SHOW; nothing has run then. */
    private static boolean streamed(
            EngineConnection connection, QueryRequest request, byte[] sql, OutputFormat format, Answer answer)
            throws IOException, EngineException {
        try (ResultStream stream = connection.stream(sql, request.format(), request.parameters())) {
            copy(stream, format, answer);
            return true;
        } catch (EngineException e) {
            if (e.text().contains(NOT_STREAMED)) {
                return false;
            }
            throw e;
        }
    }

    private static void copy(ResultStream stream, OutputFormat format, Answer answer)
            throws IOException, EngineException {
        OutputStream out;
        long header;
        boolean more;
        try (EngineResult first = stream.next()) {
            header = FormatHeader.of(format.name()).length(first);
            out = answer.begin(format, first.summary());
            first.writeTo(out, 0);
            more = first.length() > 0;
        }
        while (more) {
            try (EngineResult piece = stream.next()) {
                piece.writeTo(out, header);
                more = piece.length() > 0;
            }
        }
    }
}
