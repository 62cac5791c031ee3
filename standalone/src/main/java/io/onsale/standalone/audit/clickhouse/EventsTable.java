package io.onsale.standalone.audit.clickhouse;

import io.onsale.standalone.audit.AuditException;
import io.onsale.standalone.audit.AuditSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.common.TopicPartition;

/** Asks ClickHouse over HTTP what its tables hold. */
public final class EventsTable implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** An offset and how many rows have it. */
    record Row(long offset, long times) {}

    private final AuditSettings.ClickHouse access;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public EventsTable(AuditSettings.ClickHouse access) {
        this.access = access;
    }

    /** What it holds of a topic's partitions, each before its end; a partition without events is left out. */
    Map<Integer, Contents> contents(String topic, SortedMap<Integer, Long> ends) {
        Map<Integer, Contents> contents = new HashMap<>();
        for (long[] row : numbers("""
                SELECT partition, count(), uniqExact(offset), sum(CRC32(concat(toString(offset), ' ', id)))
                FROM onsale.events WHERE topic = '%s' AND offset < %s
                GROUP BY partition FORMAT TabSeparated""".formatted(topic, Ends.inOrder(ends)))) {
            contents.put((int) row[0], new Contents(row[1], row[2], row[3]));
        }
        return contents;
    }

    /** The offsets it holds of a partition before an end, in their order. */
    List<Row> rows(TopicPartition partition, long end) {
        return numbers("""
                SELECT offset, count() FROM onsale.events
                WHERE topic = '%s' AND partition = %d AND offset < %d
                GROUP BY offset ORDER BY offset FORMAT TabSeparated""".formatted(partition.topic(), partition.partition(), end)).stream()
                .map(row -> new Row(row[0], row[1]))
                .toList();
    }

    private List<long[]> numbers(String sql) {
        return query(sql).stream()
                .map(row -> Arrays.stream(row).mapToLong(Long::parseLong).toArray())
                .toList();
    }

    /** The fields of each row of an answer, which the question asks for as tab-separated text. */
    List<String[]> query(String sql) {
        HttpRequest request = HttpRequest.newBuilder(access.url())
                .header("X-ClickHouse-User", access.user())
                .header("X-ClickHouse-Key", access.password())
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AuditException("ClickHouse refused a question: "
                        + response.body().lines().findFirst().orElse("without saying why"));
            }
            return response.body().lines().map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new AuditException("ClickHouse does not answer at " + access.url() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditException("the audit was interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
