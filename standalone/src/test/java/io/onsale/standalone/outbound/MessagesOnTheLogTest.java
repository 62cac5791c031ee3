package io.onsale.standalone.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onsale.messages.MessageProvider;
import io.onsale.messages.MessagesWorker;
import io.onsale.messages.simulated.SimulatedProvider;
import io.onsale.outbound.WorkerSettings;
import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.messages.MessageCommand;
import io.onsale.schemas.messages.SendCode;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.PersonKeys;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.standalone.topologies.Floor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Messages between a real log and the simulated provider behind real HTTP. */
@ResourceLock(Spy.LINES)
class MessagesOnTheLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ProcessKey KEY = ProcessKey.generate();
    private static final PersonKeys KEYS = new PersonKeys(KEY);

    @TempDir
    private static Path log;

    @TempDir
    private Path folder;

    private static Floor floor;
    private Companies companies;
    private SimulatedProvider provider;
    private final String subject = "order-" + UUID.randomUUID();
    private final String person = "account-" + UUID.randomUUID();
    private final PersonKey own = KEYS.generate(person);
    private final String recipient = UUID.randomUUID() + "@example.org";

    @BeforeAll
    static void openLog() {
        floor = new Floor(log);
    }

    @AfterAll
    static void closeLog() {
        floor.close();
    }

    @BeforeEach
    void open() {
        companies = new Companies(folder);
        provider = companies.provider();
        floor.write(Topics.ACCOUNT_KEYS, person, own);
    }

    @AfterEach
    void close() {
        provider.close();
        companies.close();
    }

    private MessagesWorker worker(Line line) {
        WorkerSettings settings = WorkerSettings.of(floor.bootstrapServers(), MessagesWorker.GROUP)
                .withRetries(Duration.ofMillis(20), Duration.ofMillis(100));
        MessageProvider watched = (message, key) -> line.ask(key, () -> provider.send(message, key));
        return MessagesWorker.start(settings, floor.serdes(), KEY, watched);
    }

    private RecordMetadata write(int attempt) {
        return write(attempt, subject);
    }

    private RecordMetadata write(int attempt, String sealedFor) {
        return write(attempt, sealedFor, person, own);
    }

    private RecordMetadata write(int attempt, String sealedFor, String to, PersonKey key) {
        CommandEnvelope envelope = CommandEnvelope.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setTraceId("trace")
                .setActor(new Actor(ActorKind.SYSTEM, "checkout"))
                .setIssuedAt(Instant.now())
                .build();
        SendCode send = SendCode.newBuilder()
                .setPurpose(CodePurpose.ORDER)
                .setSubject(subject)
                .setAttempt(attempt)
                .setPerson(to)
                .setRecipient(KEYS.open(to, key.getPersonKey()).sealRecipient(sealedFor, recipient))
                .build();
        return floor.write(
                Topics.MESSAGE_COMMANDS,
                subject,
                MessageCommand.newBuilder().setEnvelope(envelope).setBody(send).build());
    }

    private String code(int attempt) {
        return new Codes(KEY).code(CodePurpose.ORDER, subject, attempt);
    }

    private void awaitMessages(int expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(companies.messagesTo(recipient).split("\"message_id\"", -1))
                        .hasSize(expected + 1));
    }

    @Test
    void sendsTheCodesOfOneSubjectInTheirOrder() throws Exception {
        for (int attempt = 1; attempt <= 10; attempt++) {
            write(attempt);
        }
        Line line = new Line();
        try (MessagesWorker worker = worker(line)) {
            awaitMessages(10);
            assertThat(line.requests)
                    .isEqualTo(IntStream.rangeClosed(1, 10)
                            .mapToObj(attempt -> "code:ORDER:" + subject + ":" + attempt)
                            .toList());
            assertThat(companies.messagesTo(recipient)).contains(code(1), code(10));
            assertThat(worker.troubles()).isEmpty();
        }
    }

    @Test
    void aWorkerKilledBeforeItCouldNoteThatACodeIsSentIsFollowedByOneThatSendsItAgainAndItArrivesOnce() {
        write(1);
        Line first = Line.deadAfter("code:ORDER:" + subject + ":1");
        try (MessagesWorker killed = worker(first)) {
            await().atMost(PATIENCE).until(first::isDead);
            assertThat(killed.troubles()).isEmpty();
        }
        write(2);

        Line second = new Line();
        try (MessagesWorker worker = worker(second)) {
            awaitMessages(2);
            assertThat(second.requests).containsExactly("code:ORDER:" + subject + ":1", "code:ORDER:" + subject + ":2");
            assertThat(worker.troubles()).isEmpty();
        }
    }

    @Test
    void sendsNothingToWhoeverIsDeletedAndGoesOn() {
        String deleted = "account-" + UUID.randomUUID();
        PersonKey destroyed = KEYS.generate(deleted);
        floor.write(Topics.ACCOUNT_KEYS, deleted, destroyed);
        write(1, subject, deleted, destroyed);
        write(2);
        floor.remove(Topics.ACCOUNT_KEYS, deleted);
        Line line = new Line();
        try (MessagesWorker worker = worker(line)) {
            awaitMessages(1);
            assertThat(line.requests).containsExactly("code:ORDER:" + subject + ":2");
            assertThat(worker.troubles()).isEmpty();
        }
    }

    @Test
    void findsTheKeyThatAGuestHadBeforeTheNewest() {
        write(1);
        floor.write(Topics.ACCOUNT_KEYS, person, KEYS.generate(person));
        try (MessagesWorker worker = worker(new Line())) {
            awaitMessages(1);
            assertThat(worker.troubles()).isEmpty();
        }
    }

    @Test
    void sendsEverythingOnceTheProviderIsBack() {
        companies.goAway();
        write(1);
        Line line = new Line();
        try (MessagesWorker worker = worker(line)) {
            await().atMost(PATIENCE).until(() -> line.requests.size() > 3);
            assertThat(worker.troubles()).isEmpty();

            companies.comeBack();

            awaitMessages(1);
        }
    }

    @Test
    void keepsWhatItCannotReadAsADeadLetterAndGoesOn() {
        RecordMetadata rubbish =
                floor.write(Topics.MESSAGE_COMMANDS, subject, "rubbish".getBytes(StandardCharsets.UTF_8));
        write(1);
        try (MessagesWorker worker = worker(new Line())) {
            awaitMessages(1);
            awaitDeadLetter(rubbish);
            assertThat(worker.troubles()).isEmpty();
        }
    }

    private static void awaitDeadLetter(RecordMetadata of) {
        String place = of.topic() + "/" + of.partition() + "/" + of.offset();
        floor.committed(Topics.MESSAGE_DEAD_LETTERS, it -> it.key().equals(place), 1);
    }

    @Test
    void tellsNoLogARecipientOrACode() {
        try (Spy spy = new Spy()) {
            companies.goAway();
            write(1);
            RecordMetadata forged = write(2, "somebody else's order");
            Line line = new Line();
            try (MessagesWorker worker = worker(line)) {
                await().atMost(PATIENCE).until(() -> line.requests.size() > 3);
                companies.comeBack();
                awaitMessages(1);
                awaitDeadLetter(forged);
                assertThat(worker.troubles()).isEmpty();
            }
            assertThat(spy.lines()).anyMatch(said -> said.contains("a dead letter"));
            assertThat(spy.lines()).allSatisfy(said -> assertThat(said).doesNotContain(recipient, code(1), code(2)));
        }
    }
}
