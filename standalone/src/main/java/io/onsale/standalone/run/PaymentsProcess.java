package io.onsale.standalone.run;

import io.onsale.outbound.WorkerSettings;
import io.onsale.payments.gateway.PaymentGateway;
import io.onsale.payments.process.PaymentsWorker;
import io.onsale.schemas.Topics;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.registry.SchemaRegistryClient;
import java.util.Optional;

/** A process that calls the payment gateway. */
public final class PaymentsProcess implements AutoCloseable {

    private final SchemaRegistryClient registry;
    private final PaymentGateway gateway;
    private final PaymentsWorker worker;
    private final HealthServer health;

    private PaymentsProcess(
            SchemaRegistryClient registry, PaymentGateway gateway, PaymentsWorker worker, HealthServer health) {
        this.registry = registry;
        this.gateway = gateway;
        this.worker = worker;
        this.health = health;
    }

    public static PaymentsProcess start(Environment environment) {
        Log log = Log.from(environment);
        Listening listening = Listening.from(environment);
        Optional<GatewayKind> kind = environment.parsed(Variable.ONSALE_GATEWAY, GatewayKind::of);
        CompanyVariables company = CompanyVariables.from(environment);
        Optional<ProcessKey> key = environment.parsed(Variable.ONSALE_PROCESS_KEY, ProcessKey::fromBase64);
        WorkerSettings settings =
                WorkerSettings.of(log.brokers(), PaymentsWorker.GROUP).withInstance(environment.instance());
        environment.check();
        log.makeTopics();
        ForgottenOffsets.refuseWorker(log.brokers(), PaymentsWorker.GROUP, Topics.PAYMENT_COMMANDS);
        SchemaRegistryClient registry = log.registryClient();
        PaymentGateway gateway = kind.orElseThrow().connect(company);
        PaymentsWorker worker = PaymentsWorker.start(settings, log.serdes(registry), key.orElseThrow(), gateway);
        return new PaymentsProcess(
                registry, gateway, worker, HealthServer.start(listening.address(), listening.port(), worker::troubles));
    }

    @Override
    public void close() {
        health.close();
        worker.close();
        gateway.close();
        registry.close();
    }
}
