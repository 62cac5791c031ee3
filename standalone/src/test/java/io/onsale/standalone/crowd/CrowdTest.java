package io.onsale.standalone.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.onsale.standalone.audit.answers.Answer;
import io.onsale.standalone.audit.answers.AnswerFile;
import io.onsale.standalone.audit.answers.AnswersInLog;
import io.onsale.standalone.audit.answers.Routes;
import io.onsale.standalone.audit.rules.Finding;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdTest {

    @TempDir
    Path folder;

    private FakeEdge edge;

    @BeforeEach
    void start() {
        edge = new FakeEdge();
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    /** With seats to spare it is the seed that decides what becomes of a fan, and not who was quicker. */
    @Test
    void everyFanComesToAnEndAndEveryHoldToo() {
        CrowdReport report = run(settings(300, 2_000));

        assertThat(report.failures()).isEmpty();
        assertThat(report.last().done()).isEqualTo(300);
        assertThat(report.outcomes().values().stream().mapToLong(count -> count).sum())
                .isEqualTo(300);
        assertThat(report.outcomes())
                .containsKeys(
                        FanOutcome.LEFT,
                        FanOutcome.BOUGHT,
                        FanOutcome.DECLINED,
                        FanOutcome.RELEASED,
                        FanOutcome.EXPIRED)
                .doesNotContainKeys(FanOutcome.FAILED, FanOutcome.SENT_HOME);
        assertThat(report.last().holds())
                .isEqualTo(report.count(FanOutcome.RELEASED)
                        + report.count(FanOutcome.EXPIRED)
                        + report.count(FanOutcome.BOUGHT)
                        + report.count(FanOutcome.DECLINED));
        assertThat(report.orders()).isEqualTo(report.count(FanOutcome.BOUGHT));
        assertThat(report.ticketsSold()).isGreaterThan(report.orders());
        assertThat(report.last().errors()).isZero();
        assertThat(report.last().p99()).isGreaterThanOrEqualTo(report.last().median());
    }

    @Test
    void theHallFillsAndMostRefusedFansFindOtherSeats() {
        // So long that a slow machine's fans are all there before the first hold ends.
        CrowdReport report = run(settings(400, 600).withHoldSeconds(6));

        assertThat(report.mostHeld()).isBetween(300L, 600L);
        assertThat(report.last().refusals().get("seat_taken"))
                .isBetween(1L, 4 * report.last().holds());
        assertThat(report.last().held()).isEqualTo(report.ticketsSold());
        assertThat(report.text()).contains("400 fans for 600 seats", "seats taken at once");
    }

    @Test
    void theJournalHasEveryAnswerToAWrite() {
        CrowdReport report = run(settings(50, 200));

        Map<String, Long> routes = AnswerFile.read(journalFile()).stream()
                .filter(Answer::accepted)
                .collect(Collectors.groupingBy(Answer::route, Collectors.counting()));
        assertThat(routes)
                .containsEntry(Routes.SIGN_UP, 1L)
                .containsEntry(Routes.CREATE_EVENT, 1L)
                .containsEntry(Routes.PUBLISH_EVENT, 1L)
                .containsEntry(Routes.RESERVE, report.last().holds())
                .containsEntry(Routes.RELEASE, report.count(FanOutcome.RELEASED))
                .containsEntry(Routes.ORDER, report.count(FanOutcome.BOUGHT) + report.count(FanOutcome.DECLINED))
                .containsKey(Routes.TELEMETRY);
    }

    @Test
    void theJournalSaysWhatAReservationsAnswerSaid() {
        run(settings(20, 200));

        Answer reserved = AnswerFile.read(journalFile()).stream()
                .filter(answer -> answer.route().equals(Routes.RESERVE) && answer.accepted())
                .findFirst()
                .orElseThrow();
        assertThat(reserved.eventId()).isEqualTo("event-1");
        assertThat(reserved.told("reservation_id")).isNotEmpty();
        assertThat(reserved.told().path("seats").path(0).asText()).matches("[A-D]-\\d+-\\d+");
        assertThat(reserved.told().path("total").asLong())
                .isEqualTo(100L * reserved.told().path("seats").size());
        assertThat(Instant.parse(reserved.told("expires_at"))).isAfter(Instant.parse(reserved.at()));
    }

    @Test
    void aLostAnswerIsAskedForAgainUnderTheSameKeyAndTheSameAnswerCounts() {
        edge.lost.set(5);

        CrowdReport report = run(settings(30, 200));

        List<Answer> answers = AnswerFile.read(journalFile());
        List<String> unanswered = answers.stream()
                .filter(answer -> answer.status() == 0)
                .map(Answer::idempotencyKey)
                .toList();
        assertThat(unanswered).hasSize(5);
        assertThat(answers.stream().filter(answer -> answer.status() != 0).map(Answer::idempotencyKey))
                .containsAll(unanswered);
        assertThat(report.last().errors()).isEqualTo(5);
        assertThat(report.outcomes()).doesNotContainKey(FanOutcome.FAILED);
        assertThat(new AnswersInLog(answers).end(Instant.now()))
                .extracting(Finding::what)
                .noneMatch(what -> what.startsWith("a key"));
        assertThat(edge.holdsOpen()).isZero();
    }

    @Test
    void fansUseTheEdgesInTurn() {
        try (FakeEdge other = new FakeEdge()) {
            CrowdShow show = new CrowdShow("event-1", "night", List.of("A"));
            CrowdSettings settings = CrowdSettings.of(40, 10, List.of(edge.url(), other.url()))
                    .withHoldSeconds(1)
                    .withTimes(Duration.ZERO, Duration.ofSeconds(20))
                    .withSpeed(1_000);
            try (CrowdJournal journal = CrowdJournal.open(journalFile())) {
                Crowd.run(settings, show, fan -> "token", journal, progress -> {});
            }
            assertThat(edge.requests.size()).isCloseTo(other.requests.size(), withinPercentage(20));
        }
    }

    @Test
    void whoeverIsStillThereAtTheCapIsSentHome() {
        CrowdSettings slow = settings(10, 200).withSpeed(0.001).withTimes(Duration.ZERO, Duration.ofMillis(100));

        CrowdReport report = run(slow);

        assertThat(report.outcomes()).containsOnlyKeys(FanOutcome.SENT_HOME);
        assertThat(report.last().done()).isEqualTo(10);
    }

    @Test
    void tellsOfItsProgressOnceASecond() {
        List<CrowdProgress> told = new ArrayList<>();
        CrowdSettings settings = settings(20, 200);
        try (CrowdJournal journal = CrowdJournal.open(journalFile())) {
            Crowd.run(settings, CrowdShow.open(settings, journal), fan -> "token", journal, told::add);
        }

        assertThat(told).isNotEmpty();
        assertThat(told.getLast().fans()).isEqualTo(20);
        assertThat(told.getFirst().requests()).isPositive();
    }

    @Test
    void saysWhatWentWrongWhereTheShowCannotBeOpened() {
        CrowdSettings nobody = CrowdSettings.of(1, 1, List.of(URI.create("http://127.0.0.1:1")));

        try (CrowdJournal journal = CrowdJournal.open(journalFile())) {
            assertThatThrownBy(() -> CrowdShow.open(nobody, journal))
                    .isInstanceOf(CrowdException.class)
                    .hasMessageContaining("POST /api/auth/signup was not accepted: no answer");
        }
    }

    private CrowdReport run(CrowdSettings settings) {
        try (CrowdJournal journal = CrowdJournal.open(journalFile())) {
            CrowdShow show = CrowdShow.open(settings, journal);
            return Crowd.run(settings, show, fan -> "token", journal, progress -> {});
        }
    }

    private CrowdSettings settings(int fans, int seats) {
        return CrowdSettings.of(fans, seats, List.of(edge.url()))
                .withHoldSeconds(1)
                .withSpeed(100)
                .withTimes(Duration.ofMillis(300), Duration.ofSeconds(30));
    }

    private Path journalFile() {
        return folder.resolve("answers.jsonl");
    }
}
