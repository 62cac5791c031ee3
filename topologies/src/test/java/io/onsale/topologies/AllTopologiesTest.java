package io.onsale.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topic;
import io.onsale.schemas.TopicKind;
import io.onsale.schemas.Topics;
import java.util.List;
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
}
