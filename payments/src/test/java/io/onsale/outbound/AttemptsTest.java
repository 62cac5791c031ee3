package io.onsale.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.payments.PaymentCommand;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    @Test
    void whatTheHandlerCannotPutAnywhereHoldsUpNothingElse() {
        try (SchemaRegistryClient nobody = new SchemaRegistryClient(RegistrySettings.of("http://127.0.0.1:1"));
                Outbox outbox = new Outbox("127.0.0.1:1", new AvroSerdes(nobody, Registration.LOOK_UP))) {
            Attempts<PaymentCommand> attempts = new Attempts<>(
                    new Puzzled(),
                    Topics.PAYMENT_COMMANDS,
                    new DeadLetters(outbox, Topics.PAYMENT_DEAD_LETTERS, "worker"),
                    WorkerSettings.of("127.0.0.1:1", "worker"));
            ConsumerRecord<byte[], byte[]> record =
                    new ConsumerRecord<>(Topics.PAYMENT_COMMANDS.name(), 3, 14, new byte[0], new byte[0]);

            String lane = attempts.lane(new Attempts.Understood<>(record, "event", new PaymentCommand()));

            assertThat(lane).isEqualTo("unreadable/3/14");
        }
    }

    /** Has never heard of any command. */
    private static final class Puzzled implements Handler<PaymentCommand> {

        @Override
        public String lane(String key, PaymentCommand command) {
            throw new IllegalArgumentException("no command to this handler");
        }

        @Override
        public CommandEnvelope envelope(PaymentCommand command) {
            return command.getEnvelope();
        }

        @Override
        public void handle(String key, PaymentCommand command) {
            throw new IllegalArgumentException("no command to this handler");
        }
    }
}
