package io.onsale.topologies.checkout;

import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.CheckoutReply;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.topologies.checkout.domain.CheckoutEvent.CheckoutRefused;
import io.onsale.topologies.checkout.domain.CheckoutEvent.VerificationFailed;
import io.onsale.topologies.checkout.domain.Happening;
import io.onsale.topologies.kit.Answers;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Consequence;
import io.onsale.topologies.kit.Protocol;
import io.onsale.topologies.kit.domain.Refusal;
import java.util.List;

/** Checkout's records between Avro and the domain. */
final class CheckoutMapping
        implements Protocol<
                        CheckoutCommand,
                        CheckoutEvent,
                        io.onsale.topologies.checkout.domain.CheckoutCommand,
                        Happening>,
                Answers<CheckoutReply, Happening> {

    @Override
    public CommandEnvelope envelope(CheckoutCommand command) {
        return command.getEnvelope();
    }

    @Override
    public io.onsale.topologies.checkout.domain.CheckoutCommand command(CheckoutCommand command) {
        return CommandMapping.fromAvro(command.getBody());
    }

    @Override
    public CheckoutEvent event(EventEnvelope envelope, Happening happening) {
        return new CheckoutEvent(envelope, EventMapping.toAvro(happening.event()));
    }

    @Override
    public List<Consequence> consequences(String key, Happening happening, EventEnvelope envelope) {
        CommandEnvelope sent = CommonMapping.fromEvent(CheckoutIo.IO.name(), envelope);
        return happening.errands().stream()
                .map(errand -> ErrandMapping.toAvro(key, errand, sent))
                .toList();
    }

    @Override
    public Object outcome(Happening answer) {
        return switch (answer.event()) {
            case CheckoutRefused refused -> CommonMapping.toAvro(refused.refusal());
            case VerificationFailed failed -> CommonMapping.toAvro(wrong(failed));
            case io.onsale.topologies.checkout.domain.CheckoutEvent told -> EventMapping.toAvro(told);
        };
    }

    private static Refusal wrong(VerificationFailed failed) {
        return Refusal.of(
                "wrong_code",
                failed.attemptsLeft() == 0
                        ? "This is not the code, and there is no further attempt."
                        : "This is not the code; attempts left: " + failed.attemptsLeft() + ".");
    }

    @Override
    public Object outcome(CheckoutReply reply) {
        return reply.getOutcome();
    }

    @Override
    public CheckoutReply reply(String commandId, long sequence, boolean replayed, Object outcome) {
        return new CheckoutReply(commandId, sequence, replayed, outcome);
    }
}
