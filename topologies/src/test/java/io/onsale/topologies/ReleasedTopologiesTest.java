package io.onsale.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.Quarantined;
import io.onsale.topologies.kit.TopologyAssembly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares each topology with the one that was released: a store of another name begins empty. */
class ReleasedTopologiesTest {

    private static final Path DRAWN = Path.of("target", "released-topologies");

    static List<DeciderTopology<?, ?, ?, ?, ?, ?>> topologies() {
        return AllTopologies.ALL;
    }

    @ParameterizedTest
    @MethodSource("topologies")
    void isAsItWasReleased(DeciderTopology<?, ?, ?, ?, ?, ?> topology) throws IOException {
        String name = topology.io().name() + ".txt";
        String now = describe(topology);
        Files.createDirectories(DRAWN);
        Files.writeString(DRAWN.resolve(name), now);

        assertThat(now)
                .as(
                        "The topology differs from the released one. Where that is meant and no store of a running system is lost by it, "
                                + "release it: cp topologies/%s topologies/src/test/resources/released-topologies/",
                        DRAWN.resolve(name))
                .isEqualTo(released(name));
    }

    private static String describe(DeciderTopology<?, ?, ?, ?, ?, ?> topology) {
        try (SchemaRegistryClient nobody = new SchemaRegistryClient(RegistrySettings.of("http://127.0.0.1:1"))) {
            AvroSerdes serdes = new AvroSerdes(nobody, Registration.LOOK_UP);
            return new TopologyAssembly(serdes, Quarantined.none())
                            .build(topology)
                            .topology()
                            .describe()
                    + rows(topology);
        }
    }

    /** Rows whose tag has changed are lost as those of a renamed store are. */
    private static String rows(DeciderTopology<?, ?, ?, ?, ?, ?> topology) {
        return TopologyAssembly.rows(topology).stream()
                .map(kind -> "   Rows: " + kind.tag() + " " + kind.name() + "\n")
                .collect(Collectors.joining());
    }

    private static String released(String name) throws IOException {
        try (InputStream file = ReleasedTopologiesTest.class.getResourceAsStream("/released-topologies/" + name)) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
