package io.onsale.topologies.admission;

import io.onsale.schemas.Topics;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.topologies.kit.DeciderIo;
import java.util.List;
import java.util.Optional;

/** Admission's topics. */
final class AdmissionIo {

    static final DeciderIo<AdmissionCommand, AdmissionEvent, AdmissionReply> IO = new DeciderIo<>(
            "admission",
            "place",
            Topics.ADMISSION_COMMANDS,
            Topics.ADMISSION_EVENTS,
            Optional.of(Topics.ADMISSION_REPLIES),
            List.of(Topics.INVENTORY_COMMANDS),
            Topics.ADMISSION_DEAD_LETTERS);

    private AdmissionIo() {}
}
