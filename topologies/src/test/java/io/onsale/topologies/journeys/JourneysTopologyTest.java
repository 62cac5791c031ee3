package io.onsale.topologies.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.journeys.JourneyCommand;
import io.onsale.schemas.journeys.JourneyEvent;
import io.onsale.schemas.journeys.JourneyStep;
import io.onsale.schemas.journeys.ObservedStep;
import io.onsale.schemas.journeys.RecordSteps;
import io.onsale.schemas.journeys.StepReached;
import io.onsale.topologies.kit.StoredTables;
import io.onsale.topologies.testing.Envelopes;
import io.onsale.topologies.testing.TopologyBench;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JourneysTopologyTest {

    private TopologyBench<JourneyCommand, JourneyEvent, SpecificRecord> bench;

    @BeforeEach
    void open() {
        bench = new TopologyBench<>(new JourneysTopology());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void oneReportBringsOneNumberedEventForEachNewStep() {
        bench.send("s1", report("c1", JourneyStep.VISIT, JourneyStep.BROWSE));
        bench.send("s1", report("c2", JourneyStep.BROWSE, JourneyStep.SEAT_SELECTION));

        var events = bench.events();
        assertThat(events).extracting(event -> event.getEnvelope().getId()).containsExactly("c1#0", "c1#1", "c2#0");
        assertThat(events)
                .extracting(event -> event.getEnvelope().getSequence())
                .containsExactly(1L, 2L, 3L);
        assertThat(events.getLast().getBody())
                .isEqualTo(new StepReached("s1", "ann", JourneyStep.SEAT_SELECTION, "e1", "web", "phone"));
    }

    @Test
    void aStepsRowIsSweptOnceItIsForgotten() {
        bench.send("s1", report("c1", JourneyStep.VISIT));
        bench.later(Duration.ofDays(31));
        bench.send("s2", report("c2", JourneyStep.VISIT));
        bench.later(Duration.ofSeconds(2));

        assertThat(bench.table(JourneysRows.STEPS).get("VISIT|2|s1|e1")).isNull();
        assertThat(bench.table(JourneysRows.STEPS).get("VISIT|2|s2|e1")).isNotNull();
    }

    @Test
    void aSessionIsForgottenWithItsStepsAndCountsFromOneAgain() {
        bench.send("s1", report("c1", JourneyStep.VISIT, JourneyStep.BROWSE));
        bench.later(Duration.ofDays(31));
        bench.send("s2", report("c2", JourneyStep.VISIT));
        bench.later(Duration.ofSeconds(2));

        assertThat(bench.table(StoredTables.clocks()).get("s1")).isNull();
        assertThat(bench.table(StoredTables.clocks()).get("s2")).isNotNull();
        bench.send("s1", report("c3", JourneyStep.VISIT));
        assertThat(bench.events().getLast().getEnvelope().getSequence()).isEqualTo(1);
    }

    @Test
    void aForgottenSessionIsTreatedAlikeWhereItsRowIsStillThere() {
        bench.send("s1", report("c1", JourneyStep.VISIT, JourneyStep.BROWSE));
        bench.later(Duration.ofDays(30));
        bench.send("s1", report("c2", JourneyStep.VISIT));

        assertThat(bench.events().getLast().getEnvelope().getSequence()).isEqualTo(1);
    }

    @Test
    void bytesThatAreNoCommandBecomeDeadLettersAndTheStreamGoesOn() {
        bench.sendBytes("s1".getBytes(UTF_8), new byte[] {1, 2, 3});
        bench.sendBytes("s1".getBytes(UTF_8), new byte[] {0, 0, 0, 127, 127, 0});
        bench.send("s1", report("c1", JourneyStep.VISIT));

        assertThat(bench.deadLetters()).hasSize(2);
        assertThat(bench.events()).hasSize(1);
    }

    private static JourneyCommand report(String id, JourneyStep... steps) {
        List<ObservedStep> observed = Stream.of(steps)
                .map(step -> new ObservedStep(step, "e1", TopologyBench.START))
                .toList();
        return new JourneyCommand(Envelopes.of(id), new RecordSteps("s1", "ann", "web", "phone", observed));
    }
}
