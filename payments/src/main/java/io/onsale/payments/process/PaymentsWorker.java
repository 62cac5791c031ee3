package io.onsale.payments.process;

import io.onsale.outbound.CommandWorker;
import io.onsale.outbound.Outbox;
import io.onsale.outbound.WorkerSettings;
import io.onsale.payments.gateway.PaymentGateway;
import io.onsale.schemas.Topics;
import io.onsale.schemas.payments.PaymentCommand;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.SecretSeals;
import io.onsale.schemas.serde.AvroSerdes;
import java.time.Clock;
import java.util.List;

/** The payments process at work. */
public final class PaymentsWorker implements AutoCloseable {

    /** The consumer group of all payments processes of a deployment. */
    public static final String GROUP = "onsale-payments";

    private final Outbox outbox;
    private final CommandWorker<PaymentCommand> worker;

    private PaymentsWorker(Outbox outbox, CommandWorker<PaymentCommand> worker) {
        this.outbox = outbox;
        this.worker = worker;
    }

    /** Begins; {@link #troubles} says when it works. */
    public static PaymentsWorker start(
            WorkerSettings settings, AvroSerdes serdes, ProcessKey key, PaymentGateway gateway) {
        Outbox outbox = new Outbox(settings.bootstrapServers(), serdes);
        Clock clock = Clock.systemUTC();
        PaymentCommands handler =
                new PaymentCommands(gateway, new SecretSeals(key), new CheckoutReports(outbox, clock), clock);
        CommandWorker<PaymentCommand> worker = new CommandWorker<>(
                settings, Topics.PAYMENT_COMMANDS, Topics.PAYMENT_DEAD_LETTERS, serdes, outbox, handler);
        worker.start();
        return new PaymentsWorker(outbox, worker);
    }

    /** Why it does not work; empty where it does. A gateway that is away is no trouble of this process. */
    public List<String> troubles() {
        return worker.ready()
                ? List.of()
                : List.of(worker.failure()
                        .map(failure -> "payments failed with " + failure)
                        .orElse("payments is not in its group"));
    }

    @Override
    public void close() {
        worker.close();
        outbox.close();
    }
}
