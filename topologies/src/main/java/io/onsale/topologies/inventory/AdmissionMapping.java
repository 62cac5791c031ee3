package io.onsale.topologies.inventory;

import io.onsale.schemas.Topics;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.topologies.inventory.domain.Admission;
import io.onsale.topologies.inventory.domain.InventoryEvent;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Consequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Admissions from Avro, and what admission is told of them. */
final class AdmissionMapping {

    private AdmissionMapping() {}

    static @Nullable Admission fromAvro(io.onsale.schemas.inventory.@Nullable Admission admission) {
        return admission == null ? null : new Admission(admission.getAdmissionId(), admission.getExpiresAt());
    }

    static List<Consequence> told(String key, InventoryEvent event, EventEnvelope envelope) {
        if (!(event instanceof InventoryEvent.ShopperClosed closed)) {
            return List.of();
        }
        AdmissionCommand command = new AdmissionCommand(
                CommonMapping.fromEvent(InventoryIo.IO.name(), envelope),
                new io.onsale.schemas.admission.ShopperClosed(closed.admissionId()));
        return List.of(new Consequence(Topics.ADMISSION_COMMANDS, key, command));
    }
}
