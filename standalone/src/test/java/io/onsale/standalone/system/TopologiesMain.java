package io.onsale.standalone.system;

import io.onsale.standalone.run.Environment;
import io.onsale.standalone.run.TopologyProcess;
import io.onsale.standalone.run.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Topologies as {@code run topology} starts them, several in one process so that a small machine can hold them. */
final class TopologiesMain {

    private TopologiesMain() {}

    /** Pairs of a topology's name and the port of its health; the rest is in the environment. */
    public static void main(String[] arguments) throws InterruptedException {
        for (int pair = 0; pair < arguments.length; pair += 2) {
            Map<String, String> variables = new HashMap<>(System.getenv());
            variables.put(Variable.ONSALE_PORT.name(), arguments[pair + 1]);
            TopologyProcess.start(arguments[pair], new Environment(variables));
        }
        new CountDownLatch(1).await();
    }
}
