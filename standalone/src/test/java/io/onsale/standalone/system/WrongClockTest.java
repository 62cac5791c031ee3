package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.Edge;
import io.onsale.standalone.Standalone;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnSharedSystem
class WrongClockTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WholeSystem system;

    WrongClockTest(WholeSystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void anEdgeWhoseHostsClockIsAnHourOffSignsPeopleInAndLetsThemInLikeAnyOther(long seconds) {
        Clock host = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
        try (Edge wrong = system.standalone.addEdge(0, host)) {
            Awaitility.await().atMost(PATIENCE).until(wrong::ready);
            EdgeApi off = new EdgeApi(URI.create(Standalone.url(wrong)), system.journal);
            Awaitility.await().atMost(PATIENCE).until(() -> isRightAfterAnotherHasSignedUp(off));
            Show show = system.first.show(system.organizer, Show.withRoom(2, Duration.ofSeconds(2), 2));
            Awaitility.await().atMost(PATIENCE).until(() -> knows(off, show) && knows(system.second, show));

            LinePlace one = LinePlace.join(off, signedUp(off), show);
            LinePlace other = LinePlace.join(off, signedUp(system.second), show);
            String admission = awaitAdmission(one, off);
            String others = awaitAdmission(other, system.second);

            assertThat(one.hold(system.first, admission, "A-1-1").summary()).isEqualTo("201");
            assertThat(other.hold(off, others, "A-1-2").summary()).isEqualTo("201");
        }
    }

    /** The commands of a few people go to enough partitions. */
    private static boolean isRightAfterAnotherHasSignedUp(EdgeApi edge) {
        signedUp(edge);
        Duration wrongBy = Duration.between(
                Instant.now(), Instant.parse(edge.get("/api/time").text("now")));
        return wrongBy.abs().compareTo(Duration.ofSeconds(10)) < 0;
    }

    private static boolean knows(EdgeApi edge, Show show) {
        return edge.get("/api/queue/" + show.eventId() + "/draw").status() == 200;
    }

    private static Person signedUp(EdgeApi edge) {
        Reply reply = edge.signUp(UUID.randomUUID() + "@example.com", "correct horse battery staple", "Kim", "fan");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return new Person(reply.text("user_id"), reply.text("access_token"));
    }

    private static String awaitAdmission(LinePlace place, EdgeApi edge) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> place.admission(edge), admission -> !admission.isEmpty());
    }
}
