package io.onsale.standalone.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@OnSharedSystem
class SellingOnTwoEdgesTest {

    private final WholeSystem system;

    SellingOnTwoEdgesTest(WholeSystem system) {
        this.system = system;
    }

    @Test
    void whatOneEdgePublishedTheOtherSellsAtOnce() {
        Show show = system.first.show(system.organizer, 5, 600);

        Reply held = system.second.hold(system.fan(), show, "A-1-1", "B-1-5");

        assertThat(held.status()).as(held.text()).isEqualTo(201);
        assertThat(held.body().path("price").path("total").asLong()).isEqualTo(220_000);
    }

    @Test
    void oneKeyOnBothEdgesAtOnceIsOneHoldAndOneAnswer() throws Exception {
        Show show = system.show(10);
        Person fan = system.fan();
        String key = UUID.randomUUID().toString();

        List<Reply> answers = Together.run(8, i -> untilDecided(system.edge(i), fan, show, key));

        Set<String> distinct = new HashSet<>();
        answers.forEach(answer -> distinct.add(answer.status() + " " + answer.body()));
        assertThat(distinct).singleElement().asString().startsWith("201 ");
        Reply other = system.second.hold(fan, show, List.of("A-1-3"), key);
        assertThat(other.summary()).isEqualTo("422 idempotency_conflict");
        assertThat(system.first.seat(show, "A-1-3", other.version())).isEqualTo("available");
    }

    private static Reply untilDecided(EdgeApi edge, Person fan, Show show, String key) {
        Reply answer = edge.hold(fan, show, List.of("A-1-1", "A-1-2"), key);
        for (int i = 0; i < 1_000 && answer.summary().equals("409 request_in_flight"); i++) {
            answer = edge.hold(fan, show, List.of("A-1-1", "A-1-2"), key);
        }
        return answer;
    }

    @Test
    void eachSeatHasOneOwnerHoweverManyWantIt() throws Exception {
        Show show = system.show(5);
        List<String> seats = List.of("A-1-1", "A-1-2", "A-1-3", "A-1-4", "A-1-5");

        List<String> answers = Together.run(200, i -> {
            String seat = seats.get(i % seats.size());
            return seat + " "
                    + system.edge(i / seats.size())
                            .hold(system.fan(), show, seat)
                            .summary();
        });

        Map<String, Long> counts = answers.stream().collect(groupingBy(answer -> answer, counting()));
        assertThat(counts).hasSize(10);
        for (String seat : seats) {
            assertThat(counts).containsEntry(seat + " 201", 1L).containsEntry(seat + " 409 seat_taken", 39L);
        }
    }

    @Test
    void nobodyGetsPastTheTicketLimitByAskingBothEdgesAtOnce() throws Exception {
        Show show = system.show(20);
        Person fan = system.fan();

        List<String> answers = Together.run(
                20, i -> system.edge(i).hold(fan, show, "A-1-" + (i + 1)).summary());

        assertThat(answers.stream().filter("201"::equals)).hasSize(Show.LIMIT);
        assertThat(answers).containsOnly("201", "409 ticket_limit");
    }

    @Test
    void seatsOfSeveralSectionsAreHeldAllOrNone() {
        Show show = system.show(3);
        system.first.hold(system.fan(), show, "B-1-2");

        Reply refused = system.second.hold(system.fan(), show, "A-1-1", "B-1-2");

        assertThat(refused.summary()).isEqualTo("409 seat_taken");
        assertThat(refused.body().path("subjects")).hasSize(1);
        assertThat(system.second.hold(system.fan(), show, "A-1-1").status()).isEqualTo(201);
    }

    @Test
    void aReadWithTheVersionOfAWriteSeesItOnTheOtherEdge() {
        Show show = system.show(50);
        for (int i = 1; i <= 50; i++) {
            String seat = "A-1-" + i;
            Person fan = system.fan();
            Reply held = system.edge(i).hold(fan, show, seat);

            assertThat(system.edge(i + 1).seat(show, seat, held.version())).isEqualTo("held");

            Map<String, String> asFan =
                    Map.of("Authorization", "Bearer " + fan.token(), "X-Onsale-Version", held.version());
            Reply status =
                    system.edge(i + 1).get("/api/tickets/status?reservation_id=" + held.text("reservation_id"), asFan);
            assertThat(status.text("status")).isEqualTo("held");
        }
    }

    @Test
    void expiredSeatsAreFreeAgainAndTheFanMayHoldAnew() {
        Show show = system.first.show(system.organizer, 4, 5);
        Person fan = system.fan();
        Reply held = system.first.hold(fan, show, "A-1-1", "A-1-2", "A-1-3", "A-1-4");
        assertThat(held.status()).isEqualTo(201);
        assertThat(system.second.hold(fan, show, "B-1-1").summary()).isEqualTo("409 ticket_limit");

        String status = "/api/tickets/status?reservation_id=" + held.text("reservation_id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(system.second.get(status, fan).text("status"))
                        .isEqualTo("expired"));

        Reply again = system.second.hold(fan, show, "A-1-1", "A-1-2", "A-1-3", "A-1-4");
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(system.first.release(fan, held.text("reservation_id")).summary())
                .isEqualTo("409 reservation_ended");
        assertThat(system.first.seat(show, "A-1-1", again.version())).isEqualTo("held");
    }

    @Test
    void releasingTwiceIsReleasingOnceAndOthersMayNot() {
        Show show = system.show(2);
        Person fan = system.fan();
        Person other = system.fan();
        String reservation = system.first.hold(fan, show, "A-1-1").text("reservation_id");

        assertThat(system.second.release(other, reservation).summary()).isEqualTo("404 unknown_reservation");
        assertThat(system.second
                        .get("/api/tickets/status?reservation_id=" + reservation, other)
                        .summary())
                .isEqualTo("404 unknown_reservation");
        assertThat(system.first.release(fan, reservation).status()).isEqualTo(204);
        assertThat(system.second.release(fan, reservation).status()).isEqualTo(204);
        assertThat(system.second.hold(other, show, "A-1-1").status()).isEqualTo(201);
    }
}
