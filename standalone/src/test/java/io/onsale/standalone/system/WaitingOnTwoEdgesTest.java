package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.draw.DrawDownload;
import io.onsale.standalone.draw.DrawVerification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnSharedSystem
class WaitingOnTwoEdgesTest {

    private static final Duration FAR = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WholeSystem system;

    @TempDir
    private Path folder;

    WaitingOnTwoEdgesTest(WholeSystem system) {
        this.system = system;
    }

    @Test
    void aThousandJoinsByOneFanOnBothEdgesAtOnceAreOnePlaceThatBothKnow() throws Exception {
        Show show = show(FAR, 10);
        Person fan = system.fan();

        List<LinePlace> places = Together.run(
                        100,
                        i -> IntStream.range(0, 10)
                                .mapToObj(each -> LinePlace.join(system.edge(i + each), fan, show))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(places).extracting(LinePlace::sequence).containsOnly(1L);
        assertThat(LinePlace.join(system.second, system.fan(), show).sequence()).isEqualTo(2);
        assertThat(places.getFirst().status(system.second).text("phase")).isEqualTo("pre_queue");
        assertThat(places.getFirst().status(system.first).text("phase")).isEqualTo("pre_queue");
    }

    /** One leaves, one does not come, and whoever's turn is over holds nothing, though its token still lives. */
    @Test
    void whereOneMayShopNeverTwoCanAndEverybodyGetsTheirTurn() {
        Show show = show(SOON, 1);
        List<LinePlace> waiting = new ArrayList<>(IntStream.range(0, 10)
                .mapToObj(i -> LinePlace.join(system.edge(i), system.fan(), show))
                .toList());
        LinePlace neverComes = waiting.removeLast();

        Optional<LinePlace> before = Optional.empty();
        String token = "";
        for (int turn = 0; !waiting.isEmpty(); turn++) {
            EdgeApi edge = system.edge(turn);
            Turn next = awaitTurn(waiting, edge);
            if (before.isPresent()) {
                assertThat(before.get().hold(edge, token, "B-1-10").status())
                        .as("a place that was left")
                        .isEqualTo(403);
            }
            assertThat(next.place()
                            .hold(edge, next.token(), "A-1-" + (turn + 1))
                            .summary())
                    .isEqualTo("201");
            waiting.remove(next.place());
            assertThat(waiting).allSatisfy(other -> {
                assertThat(other.admission(edge)).isEmpty();
                assertThat(other.hold(edge, next.token(), "B-1-1").status()).isEqualTo(403);
            });
            next.place().leave(system.edge(turn + 1));
            before = Optional.of(next.place());
            token = next.token();
        }
        // Drawn last it is let in only now.
        Awaitility.await().atMost(PATIENCE).until(() -> figure(show, "no_shows") == 1);
        assertThat(neverComes.status(system.second).text("ended")).isEqualTo("no_show");
    }

    private static Turn awaitTurn(List<LinePlace> waiting, EdgeApi edge) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> waiting.stream()
                                .map(place -> new Turn(place, place.admission(edge)))
                                .filter(turn -> !turn.token().isEmpty())
                                .toList(),
                        turns -> !turns.isEmpty())
                .stream()
                .reduce((one, other) -> {
                    throw new AssertionError(one.place() + " and " + other.place() + " may both shop");
                })
                .orElseThrow();
    }

    private record Turn(LinePlace place, String token) {}

    @Test
    void bothEdgesPublishTheSameDrawAndItIsRight() throws IOException {
        Show show = show(SOON, 1);
        LinePlace place = LinePlace.join(system.first, system.fan(), show);
        IntStream.range(0, 20).forEach(i -> LinePlace.join(system.edge(i), system.fan(), show));

        Awaitility.await().atMost(PATIENCE).until(() -> isDrawn(system.first, show) && isDrawn(system.second, show));
        DrawDownload one =
                DrawDownload.of(system.first.at("/"), show.eventId(), place.token(), folder.resolve("first"));
        DrawDownload other = DrawDownload.of(system.second.at("/"), show.eventId(), "", folder.resolve("second"));

        assertThat(one.draw()).hasSameTextualContentAs(other.draw());
        DrawVerification verified = one.verify();
        assertThat(verified.holds()).as(verified.text()).isTrue();
    }

    private static boolean isDrawn(EdgeApi edge, Show show) {
        return edge.get("/api/queue/" + show.eventId() + "/draw").body().hasNonNull("seed");
    }

    @Test
    void whoeverDeletesTheAccountLeavesEveryLine() {
        Show show = show(FAR, 1);
        String password = "correct horse battery staple";
        Reply signedUp = system.first.signUp(UUID.randomUUID() + "@example.com", password, "Kim", "fan");
        Person fan = new Person(signedUp.text("user_id"), signedUp.text("access_token"));
        LinePlace place = LinePlace.join(system.first, fan, show);
        LinePlace.join(system.second, system.fan(), show);
        Awaitility.await().atMost(PATIENCE).until(() -> figure(show, "waiting") == 2);

        Reply deleted =
                system.first.send("DELETE", "/api/me", "{\"password\":\"" + password + "\"}", EdgeApi.bearer(fan));

        assertThat(deleted.status()).as(deleted.text()).isEqualTo(204);
        Awaitility.await().atMost(PATIENCE).until(() -> figure(show, "waiting") == 1);
        assertThat(place.status(system.second).text("ended")).isEqualTo("left");
    }

    private int figure(Show show, String name) {
        return system.second
                .get("/api/queue/" + show.eventId() + "/control", system.organizer)
                .body()
                .at("/figures/" + name)
                .asInt();
    }

    private Show show(Duration untilDraw, int maxConcurrent) {
        Show show = system.first.show(system.organizer, Show.withRoom(10, untilDraw, maxConcurrent));
        String draw = "/api/queue/" + show.eventId() + "/draw";
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> system.first.get(draw).status() == 200
                        && system.second.get(draw).status() == 200);
        return show;
    }
}
