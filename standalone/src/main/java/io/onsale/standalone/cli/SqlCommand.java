package io.onsale.standalone.cli;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.clickhouse.ClickHouseException;
import io.onsale.analytics.clickhouse.ClickHouseSettings;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.ToldToUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./onsale sql}. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Asks ClickHouse, as a reader: a query cannot change anything.",
        footer = {
            "",
            "Examples:",
            "  ./onsale sql \"SELECT type, count() FROM events GROUP BY type ORDER BY type\"",
            "  ./onsale sql \"SHOW TABLES\" --format JSONEachRow"
        })
final class SqlCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "QUERY")
    private @Nullable String query;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the query from a file instead.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "PrettyCompactMonoBlock",
            description = "Any output format of ClickHouse, such as CSVWithNames or JSONEachRow; default: a table.")
    private String format = "";

    @Mixin
    private SystemOptions system = new SystemOptions();

    @Override
    public Integer call() throws IOException {
        String sql = sql();
        Endpoints.ClickHouse clickHouse = system.find().clickhouse();
        ClickHouseSettings settings = ClickHouseSettings.of(
                clickHouse.url(),
                clickHouse.reader().user(),
                clickHouse.reader().password());
        try (ClickHouseClient client = new ClickHouseClient(settings)) {
            client.query(sql, Map.of(), format, System.out);
            System.out.flush();
            return 0;
        } catch (ClickHouseException refused) {
            throw new ToldToUser(String.valueOf(refused.getMessage()), refused);
        }
    }

    private String sql() {
        if ((query == null) == (file == null)) {
            throw new ToldToUser("give a query, or --file with one");
        }
        if (query != null) {
            return query;
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ToldToUser("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
