package io.onsale.edge.log;

import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.schemas.Topic;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.Idempotency;
import io.onsale.schemas.privacy.Hmac;
import io.onsale.schemas.privacy.ProcessKey;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Turns requests into commands: gives them their envelope, keeps a request from being asked twice at once, and waits for what was decided. */
public final class Commands {

    private final CommandLog log;
    private final Hmac digests;
    private final Clock clock;
    private final Set<Scope> inFlight = ConcurrentHashMap.newKeySet();

    /** Within which an idempotency key means one request. */
    private record Scope(String actorId, String route, String recordKey, String idempotencyKey) {}

    public Commands(CommandLog log, ProcessKey key, Clock clock) {
        this.log = log;
        this.digests = new Hmac(key.derive("idempotency"));
        this.clock = clock;
    }

    /** Asks for a decision and waits for it. */
    public <C extends SpecificRecord, R extends SpecificRecord> R ask(
            Request request, Exchange<C, R> exchange, String key, Function<CommandEnvelope, C> command) {
        return await(begin(request, exchange, key, command));
    }

    /** Asks for a decision without waiting for it; where this throws nothing was asked, and nothing will be decided. */
    public <C extends SpecificRecord, R extends SpecificRecord> CompletableFuture<R> begin(
            Request request, Exchange<C, R> exchange, String key, Function<CommandEnvelope, C> command) {
        CommandEnvelope envelope = envelope(request);
        return request.idempotencyKey()
                .map(it -> askOnce(scope(request, key, it), exchange, key, command.apply(envelope), envelope))
                .orElseGet(() -> log.ask(exchange, key, envelope.getCommandId(), command.apply(envelope)));
    }

    /** Writes a command that nobody answers, and waits until it is durable. */
    public <C extends SpecificRecord> void tell(
            Request request, Topic<C> topic, String key, Function<CommandEnvelope, C> command) {
        await(log.tell(topic, key, command.apply(envelope(request))));
    }

    /** Writes what is no command but a key's newest value, and waits until it is durable. */
    public <C extends SpecificRecord> void keep(Topic<C> topic, String key, C value) {
        await(log.tell(topic, key, value));
    }

    /** Removes a key's value, and waits until that is durable. */
    public void remove(Topic<?> topic, String key) {
        await(log.remove(topic, key));
    }

    private <C extends SpecificRecord, R extends SpecificRecord> CompletableFuture<R> askOnce(
            Scope scope, Exchange<C, R> exchange, String key, C command, CommandEnvelope envelope) {
        if (!inFlight.add(scope)) {
            throw Problem.of(409, "request_in_flight", "A request with this Idempotency-Key is being answered.")
                    .retryAfterSeconds(1)
                    .toException();
        }
        try {
            return log.ask(exchange, key, envelope.getCommandId(), command)
                    .whenComplete((reply, failure) -> inFlight.remove(scope));
        } catch (RuntimeException e) {
            inFlight.remove(scope);
            throw e;
        }
    }

    private CommandEnvelope envelope(Request request) {
        return CommandEnvelope.newBuilder()
                .setCommandId(Ids.next())
                .setTraceId(request.traceId())
                .setActor(request.actor())
                .setIssuedAt(clock.instant())
                .setIdempotency(idempotency(request))
                .build();
    }

    private @Nullable Idempotency idempotency(Request request) {
        Optional<String> key = request.idempotencyKey();
        return key.isEmpty()
                ? null
                : new Idempotency(request.route(), key.get(), ByteBuffer.wrap(digests.of(request.body())));
    }

    private static Scope scope(Request request, String key, String idempotencyKey) {
        return new Scope(request.actor().getId(), request.route(), key, idempotencyKey);
    }

    /** Waits for what {@link #begin} asked for. */
    public static <T> T await(Future<T> reply) {
        try {
            return reply.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException("A command could not be answered", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "stopping", "This instance is being stopped.")
                    .retryAfterSeconds(1)
                    .toException();
        }
    }

    /**
     * What a request has that its command needs.
     *
     * @param route method and path template
     * @param body what two requests with one idempotency key have to have in common; without secrets
     */
    public record Request(String route, Actor actor, String traceId, Optional<String> idempotencyKey, byte[] body) {}
}
