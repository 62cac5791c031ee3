package io.onsale.topologies.journeys;

import io.onsale.schemas.journeys.JourneyCommand;
import io.onsale.schemas.journeys.JourneyEvent;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.topologies.journeys.domain.JourneysBooks;
import io.onsale.topologies.journeys.domain.JourneysCommand;
import io.onsale.topologies.journeys.domain.JourneysDecider;
import io.onsale.topologies.journeys.domain.JourneysEvent;
import io.onsale.topologies.journeys.domain.JourneysView;
import io.onsale.topologies.kit.Alarms;
import io.onsale.topologies.kit.Answers;
import io.onsale.topologies.kit.DeciderIo;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.OnBug;
import io.onsale.topologies.kit.StateStores;
import io.onsale.topologies.kit.Sweep;
import io.onsale.topologies.kit.TopologyAssembly;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;

/** Journeys as a topology: the package's manual says what it decides. */
public final class JourneysTopology
        implements DeciderTopology<
                JourneyCommand, JourneyEvent, SpecificRecord, JourneysView, JourneysCommand, JourneysEvent> {

    private final JourneysMapping mapping = new JourneysMapping();

    @Override
    public DeciderIo<JourneyCommand, JourneyEvent, SpecificRecord> io() {
        return JourneysIo.IO;
    }

    @Override
    public JourneysMapping protocol() {
        return mapping;
    }

    @Override
    public Optional<Answers<SpecificRecord, JourneysEvent>> answers() {
        return Optional.empty();
    }

    @Override
    public JourneysDecider decider() {
        return new JourneysDecider();
    }

    @Override
    public List<StoreBuilder<?>> stores(AvroSerdes serdes) {
        return List.of(TopologyAssembly.store(JourneysIo.STEPS, Serdes.Long()));
    }

    @Override
    public Opened<JourneyCommand, JourneysView, JourneysEvent> open(StateStores stores) {
        JourneysBooks books = new JourneysBooks(stores.table(JourneysIo.STEPS));
        Sweep<Long> forgotten = new Sweep<>(stores.get(JourneysIo.STEPS), JourneysBooks::forgotten);
        return new Opened<>(books, Alarms.none(), List.of(forgotten));
    }

    @Override
    public Optional<Duration> keysRemembered() {
        return Optional.of(JourneysBooks.REMEMBERED);
    }

    @Override
    public OnBug onBug() {
        return OnBug.DEAD_LETTER;
    }
}
