package io.onsale.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topic;
import io.onsale.schemas.TopicKind;
import io.onsale.schemas.Topics;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import java.util.List;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.Test;

class AllTopologiesTest {

    @Test
    void everyCommandTopicHasOneTopologyThatJudgesIt() {
        List<String> judged = AllTopologies.ALL.stream()
                .map(topology -> topology.io().commands().name())
                .toList();

        assertThat(Topics.ALL)
                .filteredOn(topic -> topic.kind() == TopicKind.COMMANDS)
                .extracting(Topic::name)
                .containsExactlyInAnyOrderElementsOf(judged);
    }

    @Test
    void findsATopologyByItsName() {
        assertThat(AllTopologies.names()).containsExactly("accounts", "catalogue", "inventory", "journeys");
        assertThat(AllTopologies.names())
                .allSatisfy(name -> assertThat(AllTopologies.named(name)).isPresent());
        assertThat(AllTopologies.named("checkouts")).isEmpty();
    }

    @Test
    void storesKeepTheirNamesBecauseTheirTopicsAreNamedAfterThem() {
        assertThat(stores("accounts")).containsExactly("identities-store", "sessions-store");
        assertThat(stores("catalogue")).containsExactly("listings-store");
        assertThat(stores("inventory")).containsExactly("shows-store", "seats-store", "holds-store", "fans-store");
        assertThat(stores("journeys")).containsExactly("steps-store");
    }

    private static List<String> stores(String topology) {
        // Nothing asks this registry anything before a row is written.
        try (var registry = new SchemaRegistryClient(RegistrySettings.of("http://127.0.0.1:1"))) {
            AvroSerdes serdes = new AvroSerdes(registry, Registration.LOOK_UP);
            return AllTopologies.named(topology).orElseThrow().stores(serdes).stream()
                    .map(StoreBuilder::name)
                    .toList();
        }
    }
}
