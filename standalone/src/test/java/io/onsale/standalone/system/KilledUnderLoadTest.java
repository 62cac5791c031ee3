package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.AuditReport;
import io.onsale.standalone.crowd.Crowd;
import io.onsale.standalone.crowd.CrowdJournal;
import io.onsale.standalone.crowd.CrowdReport;
import io.onsale.standalone.crowd.CrowdRoom;
import io.onsale.standalone.crowd.CrowdSettings;
import io.onsale.standalone.crowd.CrowdShow;
import io.onsale.standalone.crowd.CrowdTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Processes are killed while a crowd buys; what the crowd was told must hold afterwards. */
@Tag("chaos")
@Isolated
class KilledUnderLoadTest {

    private static final int ROUNDS = 3;
    private static final int FANS = 400;
    private static final int SEATS = 800;
    private static final int HOLDS_BEFORE_THE_KILL = 120;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final CrowdTokens tokens = CrowdTokens.ofNewKey("chaos");

    @Test
    void nothingAcknowledgedIsLostWhenEverythingIsKilledAgainAndAgain() throws Exception {
        try (ChildSystem system = new ChildSystem(folder, tokens)) {
            say("ready at first", system.awaitReady());
            say("takes writes at first", system.awaitWrites());
            for (int round = 1; round <= ROUNDS; round++) {
                Sale sale = new Sale(system, round);
                sale.awaitHolds(HOLDS_BEFORE_THE_KILL);
                system.kill();
                system.start();
                if (round == 2) {
                    killInTheMiddleOfTheStart(system);
                }
                say("ready again in round " + round, system.awaitReady());
                say("takes writes again in round " + round, system.awaitWrites());
                say("round " + round, sale.end().text());
            }
            assertClean(system.audit(answers(), true));
        }
    }

    /** Figures are for people to look at; they pass or fail nothing. */
    private static void say(String what, Object figures) {
        System.out.println(what + ": " + figures);
    }

    private static void killInTheMiddleOfTheStart(ChildSystem system) throws Exception {
        for (long millis : new long[] {700, 1_500, 3_000, 5_000}) {
            Awaitility.await().atMost(PATIENCE).until(() -> system.sinceStart().toMillis() >= millis);
            system.kill();
            system.start();
        }
    }

    @Test
    void clickHouseHasEverythingOnceWhenItsEngineIsKilledAgainAndAgain() throws Exception {
        try (ChildSystem system = new ChildSystem(folder, tokens)) {
            system.awaitReady();
            Sale sale = new Sale(system, 1);
            for (int holds = 30; holds <= 120; holds += 30) {
                sale.awaitHolds(holds);
                system.killEngine();
            }
            CrowdReport report = sale.end();
            assertThat(report.failures()).as(report.text()).isEmpty();
            assertClean(system.audit(answers(), false));
        }
    }

    private Path answers() throws IOException {
        Path all = folder.resolve("all.jsonl");
        for (int round = 1; Files.exists(folder.resolve(round + ".jsonl")); round++) {
            List<String> lines = Files.readAllLines(folder.resolve(round + ".jsonl"));
            Files.write(all, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return all;
    }

    private static void assertClean(AuditReport report) {
        assertThat(report.clean()).as(report.text()).isTrue();
        assertThat(report.verdicts())
                .as(report.text())
                .allMatch(verdict -> verdict.unchecked().isEmpty());
    }

    /** A crowd that is buying. */
    private final class Sale {

        private final CrowdJournal journal;
        private final AtomicLong holds = new AtomicLong();
        private final CompletableFuture<CrowdReport> crowd;

        Sale(ChildSystem system, int round) {
            journal = CrowdJournal.open(folder.resolve(round + ".jsonl"));
            CrowdSettings settings = CrowdSettings.of(FANS, SEATS, system.edges())
                    .withSeed(round)
                    .withHoldSeconds(30)
                    .withTimes(Duration.ofSeconds(25), Duration.ofSeconds(75))
                    .withRoom(CrowdRoom.of(FANS));
            CrowdShow show = CrowdShow.open(settings, journal);
            crowd = CompletableFuture.supplyAsync(
                    () -> Crowd.run(settings, show, tokens, journal, now -> holds.set(now.holds())));
        }

        void awaitHolds(int wanted) {
            Awaitility.await().atMost(PATIENCE).until(() -> holds.get() >= wanted || crowd.isDone());
        }

        CrowdReport end() throws Exception {
            CrowdReport report = crowd.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            journal.close();
            return report;
        }
    }
}
