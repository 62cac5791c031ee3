package io.onsale.edge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.http.Answer;
import io.onsale.edge.queue.challenge.ChallengeProvider;
import io.onsale.schemas.catalogue.ChallengeWhen;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoiningAgainTest {
    private static final String PLAIN = "{\"event_id\":\"event-1\"}";
    private static final String CAPTCHA = "{\"event_id\":\"event-1\",\"challenge\":{\"captcha\":\"once\"}}";

    private final QueueHarness edge = new QueueHarness(new Riddles());

    @AfterEach
    void stop() {
        edge.close();
    }

    /** Each answer is right once, as with the services that there are. */
    private static final class Riddles implements ChallengeProvider {
        private final Set<String> spent = ConcurrentHashMap.newKeySet();

        @Override
        public String siteKey() {
            return "site";
        }

        @Override
        public Verdict verify(String answer, String address) {
            return spent.add(answer) ? Verdict.RIGHT : Verdict.WRONG;
        }
    }

    private static long place(Answer joined) {
        assertThat(joined.status()).as(joined.text()).isEqualTo(202);
        return joined.body().at("/receipt/sequence").asLong();
    }

    @Test
    void anotherEdgeAnswersTheSameRequestThoughItsCaptchaIsSpent() {
        edge.challenge = ChallengeWhen.ALWAYS;
        String key = UUID.randomUUID().toString();
        long place = place(edge.join("ann", key, CAPTCHA));

        try (QueueHarness other = edge.another()) {
            assertThat(place(other.join("ann", key, CAPTCHA))).isEqualTo(place);
            assertThat(place(other.join("ann"))).as("without any answer").isEqualTo(place);
            assertThat(other.join("bob", UUID.randomUUID().toString(), CAPTCHA).code())
                    .as("somebody who has no place")
                    .isEqualTo("challenge_required");
        }
    }

    @Test
    void anotherEdgeAnswersThoughTooManyComeFromThere() {
        edge.maxPerAddress = 1;
        String key = UUID.randomUUID().toString();
        long place = place(edge.join("ann", key, PLAIN));

        try (QueueHarness other = edge.another()) {
            QueueHarness.firstOfTooMany(i -> other.join("fan-" + i));
            assertThat(place(other.join("ann", key, PLAIN))).isEqualTo(place);
        }
    }

    @Test
    void whoJoinsAgainAndAgainIsStoppedAndStopsNobodyElse() {
        edge.maxPerAddress = 1;

        assertThat(QueueHarness.firstOfTooMany(i -> edge.join("ann")).code()).isEqualTo("too_many_requests");
        assertThat(edge.join("bob").status()).isEqualTo(202);
    }

    @Test
    void whoLeftIsAskedAgain() {
        edge.challenge = ChallengeWhen.ALWAYS;
        String token = edge.join("ann", UUID.randomUUID().toString(), CAPTCHA)
                .body()
                .path("queue_token")
                .asText();
        edge.post("/api/queue/leave", PLAIN, token);

        try (QueueHarness other = edge.another()) {
            assertThat(other.join("ann").code()).isEqualTo("challenge_required");
        }
    }
}
