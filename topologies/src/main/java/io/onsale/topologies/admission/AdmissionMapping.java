package io.onsale.topologies.admission;

import io.onsale.schemas.Topics;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.inventory.CloseShopper;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.topologies.admission.domain.AdmissionEnd;
import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionEnded;
import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionRefused;
import io.onsale.topologies.admission.domain.AdmissionEvent.AskedAgain;
import io.onsale.topologies.kit.Answers;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Consequence;
import io.onsale.topologies.kit.Protocol;
import java.util.List;

/** Admission's records between Avro and the domain. */
final class AdmissionMapping
        implements Protocol<
                        AdmissionCommand,
                        AdmissionEvent,
                        io.onsale.topologies.admission.domain.AdmissionCommand,
                        io.onsale.topologies.admission.domain.AdmissionEvent>,
                Answers<AdmissionReply, io.onsale.topologies.admission.domain.AdmissionEvent> {

    @Override
    public CommandEnvelope envelope(AdmissionCommand command) {
        return command.getEnvelope();
    }

    @Override
    public io.onsale.topologies.admission.domain.AdmissionCommand command(AdmissionCommand command) {
        String sender = command.getEnvelope().getActor().getId();
        return CommandMapping.fromAvro(sender, command.getBody());
    }

    @Override
    public AdmissionEvent event(EventEnvelope envelope, io.onsale.topologies.admission.domain.AdmissionEvent event) {
        return new AdmissionEvent(envelope, EventMapping.toAvro(event));
    }

    /** Whoever is closed by inventory itself need not be closed. */
    @Override
    public List<Consequence> consequences(
            String key, io.onsale.topologies.admission.domain.AdmissionEvent event, EventEnvelope envelope) {
        return switch (event) {
            case AdmissionEnded ended ->
                ended.why() == AdmissionEnd.FINISHED
                        ? List.of()
                        : close(key, envelope, new CloseShopper(ended.admissionId(), ended.fanId(), ended.expiresAt()));
            case AskedAgain asked ->
                close(key, envelope, new CloseShopper(asked.admissionId(), asked.fanId(), asked.expiresAt()));
            default -> List.of();
        };
    }

    private static List<Consequence> close(String key, EventEnvelope envelope, CloseShopper close) {
        CommandEnvelope sent = CommonMapping.fromEvent(AdmissionIo.IO.name(), envelope);
        return List.of(new Consequence(Topics.INVENTORY_COMMANDS, key, new InventoryCommand(sent, close)));
    }

    @Override
    public Object outcome(io.onsale.topologies.admission.domain.AdmissionEvent answer) {
        return answer instanceof AdmissionRefused refused
                ? CommonMapping.toAvro(refused.refusal())
                : EventMapping.toAvro(answer);
    }

    @Override
    public Object outcome(AdmissionReply reply) {
        return reply.getOutcome();
    }

    @Override
    public AdmissionReply reply(String commandId, long sequence, boolean replayed, Object outcome) {
        return new AdmissionReply(commandId, sequence, replayed, outcome);
    }
}
