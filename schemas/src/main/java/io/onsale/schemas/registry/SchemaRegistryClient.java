package io.onsale.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** Speaks Confluent's Schema Registry REST API and remembers what it was told; safe for many threads. */
public final class SchemaRegistryClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNKNOWN_IDS_KEPT = 1_000;
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);

    private final RegistryTransport transport;
    private final UnknownIds unknown = new UnknownIds(UNKNOWN_IDS_KEPT, UNKNOWN_FOR, System::nanoTime);
    private final Map<Integer, CompletableFuture<Schema>> schemas = new ConcurrentHashMap<>();
    private final Map<Question, Integer> ids = new ConcurrentHashMap<>();

    public SchemaRegistryClient(RegistrySettings settings) {
        this.transport = new RegistryTransport(settings);
    }

    /** Registers the schema under the subject unless it is there, and gives its id. */
    public int register(String subject, Schema schema) {
        return id(new Question(subject, schema, true), "/subjects/" + encode(subject) + "/versions");
    }

    /** Gives the id that the schema already has under the subject; a schema that is not there is refused. */
    public int lookUp(String subject, Schema schema) {
        return id(new Question(subject, schema, false), "/subjects/" + encode(subject));
    }

    /** Which version of the subject the schema is; one that is not there is refused. */
    public int version(String subject, Schema schema) {
        JsonNode found = transport.post("/subjects/" + encode(subject), body(schema));
        return number(found, "version", "/subjects/" + encode(subject));
    }

    /**
     * The schema that an id stands for.
     *
     * @throws UnknownSchemaException if the registry does not know it
     * @throws RegistryUnavailableException if no registry answers
     */
    public Schema schema(int id) {
        CompletableFuture<Schema> known = schemas.get(id);
        if (known == null) {
            known = ask(id);
        }
        try {
            return known.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** The first thread that misses an id asks; all others wait for its answer. */
    private CompletableFuture<Schema> ask(int id) {
        if (id <= 0 || unknown.contains(id)) {
            return CompletableFuture.failedFuture(unknownId(id));
        }
        CompletableFuture<Schema> answer = new CompletableFuture<>();
        CompletableFuture<Schema> earlier = schemas.putIfAbsent(id, answer);
        if (earlier != null) {
            return earlier;
        }
        try {
            answer.complete(fetch(id));
        } catch (RuntimeException | Error e) {
            schemas.remove(id, answer);
            if (e instanceof UnknownSchemaException) {
                unknown.add(id);
            }
            answer.completeExceptionally(e);
        }
        return answer;
    }

    private Schema fetch(int id) {
        JsonNode found;
        try {
            found = transport.get("/schemas/ids/" + id);
        } catch (RegistryRefusedException refused) {
            throw refused.status() == 404 ? unknownId(id) : refused;
        }
        return new SchemaResolver(transport).resolve("schema id " + id, found);
    }

    private int id(Question question, String path) {
        Integer known = ids.get(question);
        if (known != null) {
            return known;
        }
        int id = number(transport.post(path, body(question.schema())), "id", path);
        ids.put(question, id);
        return id;
    }

    private static int number(JsonNode answer, String field, String path) {
        JsonNode number = answer.path(field);
        if (!number.isInt()) {
            throw new RegistryUnavailableException(
                    "the schema registry answered POST " + path + " without its " + field, null);
        }
        return number.intValue();
    }

    private static ObjectNode body(Schema schema) {
        return JSON.createObjectNode().put("schema", SchemaText.of(schema));
    }

    private static UnknownSchemaException unknownId(int id) {
        return new UnknownSchemaException("the schema registry knows no schema with id " + id, null);
    }

    static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        transport.close();
    }

    private record Question(String subject, Schema schema, boolean register) {}
}
