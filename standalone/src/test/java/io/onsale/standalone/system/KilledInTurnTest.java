package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.AuditReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Production's processes are killed one after the other while a crowd buys, and the books of log and gateway are compared. */
@Tag("chaos")
@Isolated
class KilledInTurnTest {

    private static final int ROUNDS = Integer.getInteger("chaos.rounds", 3);
    private static final long SEED = Long.getLong("chaos.seed", 20_261_120);
    private static final int FEWEST_HOLDS_BETWEEN = 3;
    private static final int MOST_HOLDS_BETWEEN = 40;
    private static final Duration COMES_TO_REST = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void noSeatNoLimitAndNoMoneyIsLostWhicheverProcessIsKilled() throws Exception {
        Path answers = folder.resolve("answers.jsonl");
        try (SpreadSystem system = SpreadSystem.start(folder);
                Crowds crowds = new Crowds(system.edges(), system.tokens(), answers)) {
            killInTurn(system, crowds);
            crowds.end();
            assertAtRestAndBalanced(system);
            assertClean(system.audit(answers));
        }
    }

    /** Random moments of random turns, the same for the same seed. */
    private static void killInTurn(SpreadSystem system, Crowds crowds) throws Exception {
        Random random = new Random(SEED);
        System.out.println("seed " + SEED);
        for (int round = 1; round <= ROUNDS; round++) {
            List<Part> turn = new ArrayList<>(system.parts());
            Collections.shuffle(turn, random);
            for (Part part : turn) {
                crowds.awaitHolds(random.nextInt(FEWEST_HOLDS_BETWEEN, MOST_HOLDS_BETWEEN));
                part.kill();
                part.start();
                // A figure for people to look at; it passes or fails nothing.
                System.out.printf(
                        "round %d: all ready %s after %s was killed%n", round, system.awaitReady(), part.name());
            }
        }
    }

    private static void assertAtRestAndBalanced(SpreadSystem system) {
        try (OrderBooks orders = system.orders()) {
            Awaitility.await().atMost(COMES_TO_REST).untilAsserted(() -> {
                assertThat(orders.read().underWay()).as("orders under way").isEmpty();
                assertThat(system.gateway().open()).as("payments under way").isEmpty();
            });
            assertThat(orders.kept())
                    .as("money taken and not given back, as the log has it")
                    .isNotEmpty();
            assertThat(orders.kept())
                    .as("the same as the gateway has it")
                    .isEqualTo(system.gateway().kept());
        }
    }

    private static void assertClean(AuditReport report) {
        System.out.println(report.text());
        assertThat(report.clean()).as(report.text()).isTrue();
        assertThat(report.verdicts())
                .as(report.text())
                .allMatch(verdict -> verdict.unchecked().isEmpty());
    }
}
