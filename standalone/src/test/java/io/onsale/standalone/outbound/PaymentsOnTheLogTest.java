package io.onsale.standalone.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onsale.outbound.WorkerSettings;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.process.PaymentsWorker;
import io.onsale.payments.simulated.SimulatedGateway;
import io.onsale.schemas.Topics;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.RefundStatus;
import io.onsale.schemas.checkout.ReportPayment;
import io.onsale.schemas.checkout.ReportRefund;
import io.onsale.schemas.operations.DeadLetter;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.standalone.topologies.Floor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Payments between a real log and the simulated gateway behind real HTTP, with all that may happen in between. */
@ResourceLock(Spy.LINES)
class PaymentsOnTheLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ProcessKey KEY = ProcessKey.generate();

    @TempDir
    private static Path log;

    @TempDir
    private Path folder;

    private static Floor floor;
    private Companies companies;
    private SimulatedGateway gateway;
    private Orders orders;

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
        gateway = companies.gateway(Duration.ofSeconds(2));
        orders = new Orders(floor, KEY);
    }

    @AfterEach
    void close() {
        gateway.close();
        companies.close();
    }

    private PaymentsWorker worker(Line line) {
        return worker(gateway, line);
    }

    private static PaymentsWorker worker(SimulatedGateway through, Line line) {
        WorkerSettings settings = WorkerSettings.of(floor.bootstrapServers(), PaymentsWorker.GROUP)
                .withRetries(Duration.ofMillis(20), Duration.ofMillis(100));
        return PaymentsWorker.start(settings, floor.serdes(), KEY, new WatchedGateway(through, line));
    }

    @Test
    void doesAnOrdersCommandsInTheirOrderAndThoseOfManyOrdersAtOnce() {
        List<String> all = IntStream.range(0, 40).mapToObj(n -> "order-" + n).toList();
        all.forEach(order -> orders.authorise(order, 1, "test-approve"));
        all.forEach(orders::release);
        all.forEach(order -> orders.authorise(order, 2, "test-decline"));
        all.forEach(orders::check);
        Line line = new Line();

        try (PaymentsWorker worker = worker(line)) {
            List<ReportPayment> reports = orders.payments(160);

            assertThat(all)
                    .allSatisfy(order -> assertThat(reports.stream()
                                    .filter(report -> report.getOrderId().equals(order))
                                    .map(report -> report.getAttempt() + " " + report.getStatus()))
                            .containsExactly("1 AUTHORISED", "1 VOIDED", "2 DECLINED", "2 DECLINED"));
            assertThat(line.mostAtOnce()).isGreaterThan(1);
            assertThat(worker.troubles()).isEmpty();
        }
    }

    @Test
    void aWorkerKilledBetweenTheAnswerAndItsReportIsFollowedByOneThatDoesItAgainAndTheGatewayHasItOnce()
            throws InterruptedException {
        Line first = Line.deadAfter("order:authorise:1");
        Line second = new Line();
        orders.authorise("order", 1, "test-decline");
        try (PaymentsWorker killed = worker(first)) {
            await().atMost(PATIENCE).until(first::isDead);
            assertThat(killed.troubles()).isEmpty();
        }
        assertThat(orders.payments(0)).isEmpty();
        String charged = gateway.readByReference(orders.event() + "/order").toString();

        try (PaymentsWorker worker = worker(second)) {
            ReportPayment report = only(orders.payments(1));

            assertThat(report.getStatus()).isEqualTo(PaymentStatus.DECLINED);
            assertThat(charged).contains(report.getPaymentId());
            assertThat(second.requests).isEqualTo(first.requests).containsExactly("order:authorise:1");
            assertThat(worker.troubles()).isEmpty();
        }
    }

    @Test
    void aNewWorkerBeginsAtTheFirstThingThatIsNotDone() throws Exception {
        orders.authorise("done", 1, "test-approve");
        RecordMetadata undone = orders.authorise("undone", 1, "test-approve");
        RecordMetadata last = orders.authorise("done-later", 1, "test-approve");
        Line first = Line.deadAfter("undone:authorise:1", () -> orders.payments(2));
        try (PaymentsWorker killed = worker(first)) {
            await().atMost(PATIENCE).until(first::isDead);
            assertThat(killed.troubles()).isEmpty();
        }
        assertThat(committed(undone)).isEqualTo(undone.offset());

        Line second = new Line();
        try (PaymentsWorker worker = worker(second)) {
            List<ReportPayment> reports = orders.payments(4);

            assertThat(reports.stream().map(ReportPayment::getOrderId))
                    .containsExactlyInAnyOrder("done", "done-later", "done-later", "undone");
            assertThat(reports.stream().map(ReportPayment::getPaymentId).distinct())
                    .hasSize(3);
            assertThat(second.requests).containsExactlyInAnyOrder("undone:authorise:1", "done-later:authorise:1");
            await().atMost(PATIENCE).until(() -> committed(last) == last.offset() + 1);
            assertThat(worker.troubles()).isEmpty();
        }
    }

    private static long committed(RecordMetadata of) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", floor.bootstrapServers()))) {
            OffsetAndMetadata offset = admin.listConsumerGroupOffsets(PaymentsWorker.GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(of.topic(), of.partition()));
            return offset == null ? -1 : offset.offset();
        }
    }

    @Test
    void losesNothingAndDoesNothingTwiceWhileTheGatewayIsAway() {
        companies.goAway();
        List<String> all = IntStream.range(0, 20).mapToObj(n -> "order-" + n).toList();
        all.forEach(order -> orders.authorise(order, 1, "test-approve"));
        Line line = new Line();
        try (PaymentsWorker worker = worker(line)) {
            await().atMost(PATIENCE).until(() -> line.requests.size() > 3 * all.size());
            assertThat(worker.troubles()).isEmpty();

            companies.comeBack();

            List<ReportPayment> reports = orders.payments(all.size());
            assertThat(reports.stream().map(ReportPayment::getOrderId)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(reports).allMatch(report -> report.getStatus() == PaymentStatus.AUTHORISED);
            assertThat(reports.stream().map(ReportPayment::getPaymentId)).doesNotHaveDuplicates();
        }
    }

    @Test
    void readsThePaymentWhenTheGatewayDoesNotAnswerInTime() {
        orders.authorise("order", 1, "test-timeout");
        Line line = new Line();
        try (SimulatedGateway impatient = companies.gateway(Duration.ofMillis(500));
                PaymentsWorker worker = worker(impatient, line)) {
            assertThat(only(orders.payments(1)).getStatus()).isEqualTo(PaymentStatus.AUTHORISED);
            assertThat(line.requests).containsExactly("order:authorise:1", "read " + orders.event() + "/order");
            assertThat(worker.troubles()).isEmpty();
        }
    }

    @Test
    void keepsWhatItCannotReadAsADeadLetterAndGoesOn() {
        byte[] rubbish = "rubbish".getBytes(StandardCharsets.UTF_8);
        RecordMetadata written = orders.rubbish(rubbish);
        orders.authorise("order", 1, "test-approve");
        try (PaymentsWorker worker = worker(new Line())) {
            assertThat(only(orders.payments(1)).getOrderId()).isEqualTo("order");
            DeadLetter letter = only(floor.committed(
                            Topics.PAYMENT_DEAD_LETTERS,
                            it -> it.key().equals(written.topic() + "/" + written.partition() + "/" + written.offset()),
                            1))
                    .value();
            assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(rubbish));
            assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap(orders.event().getBytes(StandardCharsets.UTF_8)));
            assertThat(letter.getTopology()).isEqualTo(PaymentsWorker.GROUP);
            assertThat(worker.troubles()).isEmpty();
        }
    }

    @Test
    void aRefundThatWasRefusedIsToldAndTheNextAttemptGetsTheMoneyBack() throws InterruptedException {
        orders.authorise("order", 1, "test-approve");
        try (PaymentsWorker worker = worker(new Line())) {
            String payment = only(orders.payments(1)).getPaymentId();
            // Nothing was taken yet, so nothing can go back.
            orders.refund("order", payment, "refund-1", 1);
            assertThat(only(orders.refunds(1)).getStatus()).isEqualTo(RefundStatus.FAILED);

            gateway.capture(payment, new Money(Orders.AMOUNT, "KRW"), "capture");
            orders.refund("order", payment, "refund-1", 2);

            ReportRefund report = orders.refunds(2).getLast();
            assertThat(report.getStatus()).isEqualTo(RefundStatus.SETTLED);
            assertThat(report.getAmount()).isEqualTo(Orders.AMOUNT);
            assertThat(worker.troubles()).isEmpty();
        }
    }

    @Test
    void tellsNoLogATokenOrACode() {
        String token = "a-token-that-nobody-may-see";
        String code = "a-code-that-nobody-may-see";
        try (Spy spy = new Spy()) {
            companies.goAway();
            orders.authorise("order", 1, token);
            RecordMetadata forged = orders.answer("order", "other", code);
            Line line = new Line();
            try (PaymentsWorker worker = worker(line)) {
                await().atMost(PATIENCE).until(() -> line.requests.size() > 3);
                companies.comeBack();
                assertThat(only(orders.payments(1)).getStatus()).isEqualTo(PaymentStatus.DECLINED);
                floor.committed(Topics.PAYMENT_DEAD_LETTERS, it -> it.key().endsWith("/" + forged.offset()), 1);
                assertThat(worker.troubles()).isEmpty();
            }
            assertThat(spy.lines()).anyMatch(said -> said.contains("a dead letter"));
            assertThat(spy.lines()).allSatisfy(said -> assertThat(said).doesNotContain(token, code));
        }
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.getFirst();
    }
}
