package io.onsale.topologies.journeys;

import io.onsale.topologies.kit.RowKind;
import org.apache.kafka.common.serialization.Serdes;

/** Journeys' only kind of row. */
final class JourneysRows {

    /** By step, session and show: the millisecond at which it was reached. */
    static final RowKind<Long> STEPS = RowKind.of('T', "steps", Serdes.Long());

    private JourneysRows() {}
}
