package io.onsale.edge.queue.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.schemas.catalogue.ChallengeWhen;
import io.onsale.schemas.privacy.ProcessKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChallengesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final String HERE = "192.0.2.1";

    private final ProcessKey key = ProcessKey.generate();
    private final Challenges challenges = at(NOON, Optional.empty());

    private Challenges at(Instant now, Optional<ChallengeProvider> provider) {
        return new Challenges(key, provider, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Fields body() {
        return Fields.of(JSON.createObjectNode());
    }

    private static Fields solved(String puzzle, String solution) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("challenge").put("puzzle", puzzle).put("solution", solution);
        return Fields.of(body);
    }

    private static Fields captcha(String answer) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("challenge").put("captcha", answer);
        return Fields.of(body);
    }

    private static Optional<Problem> problem(Challenges of, ChallengeWhen when, String fan, Fields body) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> of.check(when, "event-1", fan, HERE, body));
        return Optional.ofNullable(refused).map(ProblemException::problem);
    }

    private static JsonNode puzzle(Problem problem) {
        return JSON.valueToTree(problem.extras()).path("challenge");
    }

    private static String solve(String puzzle, int bits) {
        for (int i = 0; ; i++) {
            if (Puzzles.zeroBits(puzzle + ":" + i) >= bits) {
                return Integer.toString(i);
            }
        }
    }

    @Test
    void asksNobodyWhereNobodyIsToBeAsked() {
        for (int i = 0; i < 3 * Challenges.USUAL; i++) {
            assertThat(problem(challenges, ChallengeWhen.NEVER, "fan-" + i, body()))
                    .isEmpty();
        }
    }

    @Test
    void asksOnceManyComeFromOneAddress() {
        for (int i = 0; i < Challenges.USUAL; i++) {
            assertThat(problem(challenges, ChallengeWhen.CROWDED, "fan-" + i, body()))
                    .isEmpty();
        }
        assertThat(problem(challenges, ChallengeWhen.CROWDED, "fan-x", body()))
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("challenge_required"));
        challenges.check(ChallengeWhen.CROWDED, "event-1", "fan-y", "198.51.100.1", body());
    }

    @Test
    void whoComesBackIsNoCrowd() {
        for (int i = 0; i < 3 * Challenges.USUAL; i++) {
            assertThat(problem(challenges, ChallengeWhen.CROWDED, "fan-1", body()))
                    .isEmpty();
        }
        assertThat(problem(challenges, ChallengeWhen.CROWDED, "fan-2", body())).isEmpty();
    }

    @Test
    void letsPassWhoSolvesThePuzzle() {
        JsonNode puzzle = puzzle(
                problem(challenges, ChallengeWhen.ALWAYS, "fan-1", body()).orElseThrow());
        String text = puzzle.path("puzzle").asText();
        String solution = solve(text, puzzle.path("bits").asInt());

        assertThat(problem(challenges, ChallengeWhen.ALWAYS, "fan-1", solved(text, solution)))
                .isEmpty();
        assertThat(problem(challenges, ChallengeWhen.ALWAYS, "fan-2", solved(text, solution)))
                .as("another's puzzle")
                .isPresent();
        assertThat(problem(
                        at(NOON.plusSeconds(301), Optional.empty()),
                        ChallengeWhen.ALWAYS,
                        "fan-1",
                        solved(text, solution)))
                .as("too late")
                .isPresent();
        assertThat(problem(challenges, ChallengeWhen.ALWAYS, "fan-1", solved(text, "no")))
                .as("a wrong solution")
                .isPresent();
        assertThat(problem(challenges, ChallengeWhen.ALWAYS, "fan-1", solved("e30.c2ln", solution)))
                .as("a puzzle of one's own")
                .isPresent();
    }

    @Test
    void getsHarderTheMoreCome() {
        assertThat(Challenges.bits(1)).isEqualTo(Challenges.bits(Challenges.USUAL));
        assertThat(Challenges.bits(2 * Challenges.USUAL)).isEqualTo(Challenges.bits(1) + 1);
        assertThat(Challenges.bits(8 * Challenges.USUAL)).isEqualTo(Challenges.bits(1) + 3);
        assertThat(Challenges.bits(Integer.MAX_VALUE)).isEqualTo(22);
    }

    @Test
    void asksTheServiceWhereThereIsOneAndKeepsThePuzzleForWhenItIsAway() {
        Challenges served = at(NOON, Optional.of(new ChallengeProvider() {
            @Override
            public String siteKey() {
                return "site";
            }

            @Override
            public Verdict verify(String answer, String address) {
                return answer.equals("right") && address.equals(HERE) ? Verdict.RIGHT : Verdict.AWAY;
            }
        }));
        Problem asked = problem(served, ChallengeWhen.ALWAYS, "fan-1", body()).orElseThrow();
        String text = puzzle(asked).path("puzzle").asText();

        assertThat(puzzle(asked).path("captcha_site_key").asText()).isEqualTo("site");
        assertThat(problem(served, ChallengeWhen.ALWAYS, "fan-1", captcha("right")))
                .isEmpty();
        assertThat(problem(served, ChallengeWhen.ALWAYS, "fan-1", captcha("other")))
                .isPresent();
        assertThat(problem(
                        served,
                        ChallengeWhen.ALWAYS,
                        "fan-1",
                        solved(text, solve(text, puzzle(asked).path("bits").asInt()))))
                .isEmpty();
    }

    @Test
    void aCaptchaHelpsNobodyWhereThereIsNoService() {
        assertThat(problem(challenges, ChallengeWhen.ALWAYS, "fan-1", captcha("right")))
                .isPresent();
    }

    @Test
    void puzzlesLastFiveMinutes() {
        Puzzles puzzles = new Puzzles(key, Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(puzzles.make("event-1", "fan-1", 16).expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
    }
}
