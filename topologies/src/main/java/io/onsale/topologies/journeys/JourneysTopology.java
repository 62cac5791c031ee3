package io.onsale.topologies.journeys;

import io.onsale.schemas.journeys.JourneyCommand;
import io.onsale.schemas.journeys.JourneyEvent;
import io.onsale.topologies.journeys.domain.JourneysBooks;
import io.onsale.topologies.journeys.domain.JourneysCommand;
import io.onsale.topologies.journeys.domain.JourneysDecider;
import io.onsale.topologies.journeys.domain.JourneysEvent;
import io.onsale.topologies.journeys.domain.JourneysView;
import io.onsale.topologies.kit.Alarms;
import io.onsale.topologies.kit.Answers;
import io.onsale.topologies.kit.DeciderIo;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.Forgetting;
import io.onsale.topologies.kit.OnBug;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.kit.StoreTable;
import io.onsale.topologies.kit.Sweep;
import io.onsale.topologies.kit.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

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
    public List<RowKind<?>> rows() {
        return List.of(JourneysRows.STEPS);
    }

    @Override
    public Opened<JourneyCommand, JourneysView, JourneysEvent> open(Tables tables) {
        StoreTable<Long> steps = tables.of(JourneysRows.STEPS);
        JourneysBooks books = new JourneysBooks(steps);
        Sweep<Long> forgotten = new Sweep<>(steps, JourneysBooks::forgotten);
        return new Opened<>(books, Alarms.none(), List.of(forgotten));
    }

    @Override
    public Optional<Forgetting<JourneysView>> forgetting() {
        return Optional.of(Forgetting.everyKey(JourneysBooks.REMEMBERED));
    }

    @Override
    public OnBug onBug() {
        return OnBug.DEAD_LETTER;
    }

    @Override
    public boolean isAwaited() {
        return false;
    }

    @Override
    public Duration commitInterval() {
        return Duration.ofMillis(100);
    }
}
