package io.onsale.standalone.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.standalone.audit.answers.Answer;
import io.onsale.standalone.audit.answers.AnswerFile;
import io.onsale.standalone.audit.answers.Routes;
import io.onsale.standalone.audit.rules.Check;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole audit, over a real broker, registry and ClickHouse engine. */
class AuditTest {

    @TempDir
    Path folder;

    @Test
    void anIntactLogPassesAndEachPlantedViolationIsFound() throws Exception {
        try (AuditedSystem system = new AuditedSystem(folder)) {
            Story story = Story.opened().held("h1", "ann", "A-1-1").held("h2", "bob", "A-1-2");
            story.at(5_000).released("h1");
            system.commit(story.log());
            OrderStory bought =
                    OrderStory.begun().at(-1).placed("o1", "h2").priced("o1", 1).confirmed("o1");
            system.commit(bought.log());
            system.commit(List.of(bought.toldCaptured("o1", "payment-o1", 110)));
            RoomStory room = RoomStory.opened("event-with-a-room", 1)
                    .joined("ann", "bob", "cat")
                    .at(0)
                    .frozen()
                    .drawn()
                    .admitted(1);
            system.commit(room.log());
            system.abort(Story.opened().held("h9", "eve", "A-1-2"));
            AuditSettings settings = system.settings().withAnswers(journal("h2"));

            AuditReport intact = audit(settings, 6_000);

            assertThat(intact.clean()).as(intact.text()).isTrue();
            assertThat(intact.events()).isEqualTo(15);
            assertThat(violations(intact))
                    .containsOnlyKeys(Check.values())
                    .allSatisfy((check, count) -> assertThat(count).isZero());

            Story crimes = new Story()
                    .skipping(5)
                    .at(20_000)
                    .held("h3", "ann", "A-1-2", "A-1-3", "A-1-4")
                    .heldPlaces("h4", "zoe", 2)
                    .heldPlaces("h5", "kim", 2)
                    .batch();
            system.commit(crimes.log());
            OrderStory cheated = OrderStory.after(4)
                    .confirmed("o1")
                    .cheaper("o2", "h1")
                    .placed("o3", new Coupon("FREE", 100, 0L, 1, 1, Story.OPENING, Story.OPENING.plusSeconds(60), true))
                    .at(-7)
                    .stray("o2", 110);
            system.commit(cheated.log());
            system.commit(List.of(cheated.toldCaptured("o2", "payment-o2", 11)));
            int told = room.log().size();
            room.admitted(1, room.next(2)[1]);
            system.commit(room.log().subList(told, told + 1));
            system.commitGarbage();
            system.storeAgain();
            system.storeAnotherInAViewsTable();
            AuditReport broken = audit(settings.withAnswers(journal("h7")), 20_000);

            assertThat(broken.clean()).isFalse();
            assertThat(broken.text())
                    .contains("onsale.holds holds an event 2 times instead of 1", "onsale.holds lacks an event");
            assertThat(violations(broken))
                    .as(broken.text())
                    .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                            Map.entry(Check.SEQUENCES, 2L), // the gap and the garbage
                            Map.entry(Check.ONE_OWNER, 1L),
                            Map.entry(Check.CAPACITY, 1L), // four places where there are three
                            Map.entry(Check.NIGHT, 1L), // nothing waits in b1
                            Map.entry(Check.MONEY, 3L), // paid twice, never given back, taken for nothing
                            Map.entry(Check.RECEIPTS, 1L), // a ticket of 100 for 1
                            Map.entry(Check.REDUCTIONS, 1L), // a coupon that nobody defined
                            Map.entry(Check.TICKET_LIMIT, 1L),
                            Map.entry(Check.HOLDS_END, 2L), // A-1-2 held anew while h2 is overdue, and h2 still open
                            Map.entry(Check.ADMISSIONS, 1L), // two shop where one may
                            Map.entry(Check.LINE, 1L), // and another was next
                            Map.entry(Check.ANSWERS, 1L),
                            Map.entry(Check.CLICKHOUSE, 3L)));
        }
    }

    @Test
    void saysSoWhereThereIsNoLog() {
        AuditSettings nowhere = AuditSettings.of("127.0.0.1:1", RegistrySettings.of("http://127.0.0.1:1"))
                .withPatience(Duration.ofSeconds(1));

        assertThatThrownBy(() -> Audit.run(nowhere))
                .isInstanceOf(AuditException.class)
                .hasMessageStartingWith("the log cannot be read");
    }

    private static AuditReport audit(AuditSettings settings, long millis) {
        return Audit.run(settings, Clock.fixed(Story.OPENING.plusMillis(millis), ZoneOffset.UTC));
    }

    private static Map<Check, Long> violations(AuditReport report) {
        return report.verdicts().stream()
                .filter(verdict -> verdict.unchecked().isEmpty())
                .collect(Collectors.toMap(Verdict::check, Verdict::violations));
    }

    /** A journal in which bob was told that he holds seat A-1-2. */
    private Path journal(String hold) throws Exception {
        var told = JsonNodeFactory.instance
                .objectNode()
                .put("reservation_id", hold)
                .put("total", 100)
                .put("currency", "KRW")
                .put("expires_at", "2026-12-01T11:00:10Z");
        told.putArray("seats").add("A-1-2");
        Answer answer =
                new Answer(Story.OPENING.toString(), "bob", Routes.RESERVE, Story.EVENT, "key", "digest", 201, told);
        return Files.writeString(folder.resolve(hold + ".jsonl"), AnswerFile.line(answer) + "\n");
    }
}
