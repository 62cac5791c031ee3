package io.onsale.topologies.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.catalogue.SeatReturn;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.inventory.BatchReleased;
import io.onsale.schemas.inventory.ClaimHold;
import io.onsale.schemas.inventory.ConfirmSeats;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.inventory.ReturnSeats;
import io.onsale.schemas.inventory.SeatsReturned;
import io.onsale.schemas.privacy.Hmac;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.inventory.domain.BatchDraw;
import io.onsale.topologies.inventory.domain.NightWindow;
import io.onsale.topologies.inventory.domain.Shows;
import io.onsale.topologies.kit.RegistryInMemory;
import io.onsale.topologies.kit.TopologyBed;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cancelled places come back by a timer, and anybody can check when. */
class NightBatchesOnTheLogTest {

    private static final String SHOW = "e1";
    private static final String BATCH = "n1@2030-01-02T02:00:00Z";
    private static final NightWindow NIGHT =
            new NightWindow(Instant.parse("2030-01-02T02:00:00Z"), Duration.ofHours(3));

    private final ProcessKey key = ProcessKey.generate();
    private final Instant instant = new NightDraws(key).of(SHOW, BATCH, NIGHT).instant();
    private final RegistryInMemory registry = new RegistryInMemory();
    private final TopologyBed<InventoryCommand, InventoryEvent, InventoryReply> bed =
            new TopologyBed<>(new InventoryTopology(key), registry, Shows.OPENING);

    NightBatchesOnTheLogTest() {
        bed.send(SHOW, Sent.open());
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1"));
        bed.send(SHOW, Sent.ofCheckout("c1", new ClaimHold("o1", "h1", "ann")));
        bed.send(SHOW, Sent.ofCheckout("c2", new ConfirmSeats("o1", "h1", "ann")));
        bed.send(
                SHOW,
                Sent.ofCheckout(
                        "c3", new ReturnSeats("o1", "h1", "ann", List.of(), List.of(), true, SeatReturn.NIGHT_BATCH)));
    }

    @AfterEach
    void close() {
        bed.close();
        registry.close();
    }

    @Test
    void theTimerBringsThemBackAtTheDrawnInstant() {
        bed.later(Duration.between(Shows.OPENING, instant).minusMillis(100));
        assertThat(bodies()).hasSize(5).last().isInstanceOf(SeatsReturned.class);

        bed.later(Duration.ofMillis(200));

        assertThat(bed.events()).singleElement().satisfies(event -> {
            assertThat(event.value().getEnvelope().getActor().getKind()).isEqualTo(ActorKind.SYSTEM);
            assertThat(event.value().getBody()).isInstanceOfSatisfying(BatchReleased.class, released -> {
                assertThat(released.getBatchId()).isEqualTo(BATCH);
                assertThat(released.getSeatIds()).containsExactly("A-1-1");
                assertThat(released.getInstant()).isEqualTo(instant);
            });
        });
        assertThat(bed.bytes(InventoryIo.IO.commands())).hasSize(1);
        bed.later(Duration.ofMinutes(1));
        assertThat(bed.bytes(InventoryIo.IO.commands())).isEmpty();
        assertThat(bed.rows(InventoryRows.BATCHES)).isZero();
        assertThat(bed.rows(InventoryRows.RETURNS)).isZero();
    }

    @Test
    void anybodyCanCheckTheCommitmentByTheReveal() {
        bed.later(Duration.between(Shows.OPENING, instant).plusMillis(100));

        List<Object> bodies = bodies();
        ByteBuffer commitment = ((SeatsReturned) bodies.get(4)).getCommitment();
        BatchReleased released = (BatchReleased) bodies.getLast();
        byte[] nonce = new byte[released.getNonce().remaining()];
        released.getNonce().get(nonce);
        byte[] computed =
                new Hmac(nonce).of("e1\n" + BATCH + "\n" + released.getInstant().toEpochMilli());
        assertThat(ByteBuffer.wrap(computed)).isEqualTo(commitment);
        assertThat(released.getInstant()).isBetween(NIGHT.start(), NIGHT.start().plus(NIGHT.length()));
    }

    @Test
    void noRowTellsWhenABatchIsDue() {
        assertThat(String.valueOf(bed.table(InventoryRows.BATCHES).get(SHOW + "|" + BATCH)))
                .contains(NIGHT.start().toString())
                .doesNotContain(instant.toString());
    }

    @Test
    void aDrawIsTheSameForTheSameKeyAndAnotherForAnyOther() {
        BatchDraw draw = new NightDraws(key).of(SHOW, BATCH, NIGHT);

        assertThat(new NightDraws(key).of(SHOW, BATCH, NIGHT)).isEqualTo(draw);
        assertThat(new NightDraws(ProcessKey.generate()).of(SHOW, BATCH, NIGHT).nonce())
                .isNotEqualTo(draw.nonce());
        assertThat(new NightDraws(key).of("e2", BATCH, NIGHT).nonce()).isNotEqualTo(draw.nonce());
        assertThat(HexFormat.of().parseHex(draw.nonce())).hasSize(32);
    }

    @Test
    void instantsAreSpreadOverTheWholeWindow() {
        NightDraws draws = new NightDraws(key);
        long[] perHour = new long[3];

        IntStream.range(0, 3_000)
                .mapToObj(batch -> draws.of(SHOW, "batch" + batch, NIGHT).instant())
                .forEach(drawn ->
                        perHour[(int) Duration.between(NIGHT.start(), drawn).toHours()]++);

        assertThat(LongStream.of(perHour)).allMatch(count -> count > 800);
    }

    private List<Object> bodies() {
        return bed.events().stream().map(event -> event.value().getBody()).toList();
    }
}
