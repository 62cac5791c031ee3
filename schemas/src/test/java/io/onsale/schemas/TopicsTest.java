package io.onsale.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void listsEveryTopicItNames() {
        long named = Arrays.stream(Topics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Topic.class)
                .count();

        assertThat(Topics.ALL).hasSize((int) named).doesNotHaveDuplicates();
    }

    @Test
    void namesTopicsByDomainKindAndVersion() {
        assertThat(Topics.ALL)
                .extracting(Topic::name)
                .allMatch(name -> name.matches("onsale\\.[a-z]+\\.(commands|replies|events|state|keys|dlq)\\.v1"));
    }
}
