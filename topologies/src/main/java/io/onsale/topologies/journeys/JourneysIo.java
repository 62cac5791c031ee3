package io.onsale.topologies.journeys;

import io.onsale.schemas.Topics;
import io.onsale.schemas.journeys.JourneyCommand;
import io.onsale.schemas.journeys.JourneyEvent;
import io.onsale.topologies.kit.DeciderIo;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Journeys' topics. */
final class JourneysIo {

    static final DeciderIo<JourneyCommand, JourneyEvent, SpecificRecord> IO = new DeciderIo<>(
            "journeys",
            "journey",
            Topics.JOURNEY_COMMANDS,
            Topics.JOURNEY_EVENTS,
            Optional.empty(),
            List.of(),
            Topics.JOURNEY_DEAD_LETTERS);

    private JourneysIo() {}
}
