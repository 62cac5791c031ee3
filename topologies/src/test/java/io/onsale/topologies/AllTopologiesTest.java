package io.onsale.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.onsale.schemas.Topic;
import io.onsale.schemas.TopicKind;
import io.onsale.schemas.Topics;
import io.onsale.schemas.privacy.ProcessKey;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllTopologiesTest {

    /** Not judged but carried out, by the processes that talk to the world outside. */
    private static final Set<Topic<?>> CARRIED_OUT = Set.of(Topics.PAYMENT_COMMANDS, Topics.MESSAGE_COMMANDS);

    @Test
    void everyCommandTopicHasOneTopologyThatJudgesIt() {
        List<String> judged = AllTopologies.ALL.stream()
                .map(topology -> topology.io().commands().name())
                .toList();

        assertThat(Topics.ALL)
                .filteredOn(topic -> topic.kind() == TopicKind.COMMANDS && !CARRIED_OUT.contains(topic))
                .extracting(Topic::name)
                .containsExactlyInAnyOrderElementsOf(judged);
    }

    @Test
    void findsATopologyByItsName() {
        ProcessKey key = ProcessKey.generate();

        assertThat(AllTopologies.names())
                .containsExactly("accounts", "catalogue", "admission", "inventory", "checkout", "journeys");
        assertThat(AllTopologies.names())
                .allSatisfy(name ->
                        assertThat(AllTopologies.named(name, key).io().name()).isEqualTo(name));
        assertThatIllegalArgumentException().isThrownBy(() -> AllTopologies.named("checkouts", key));
    }
}
