package io.onsale.standalone.system;

import io.onsale.standalone.kafka.EmbeddedBroker;
import io.onsale.standalone.run.Environment;
import io.onsale.standalone.run.RegistryProcess;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker in a process of its own that is there to be killed, with the registry of its schemas as {@code run registry} has it. */
final class LogMain {

    private LogMain() {}

    /** The data folder and the broker's port; the registry reads the environment. */
    @SuppressWarnings("try") // Both run until the process is killed.
    public static void main(String[] arguments) throws InterruptedException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
                RegistryProcess registry = RegistryProcess.start(new Environment(System.getenv()))) {
            new CountDownLatch(1).await();
        }
    }
}
