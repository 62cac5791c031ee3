package io.onsale.edge.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentTest {

    @Test
    void keepsWhatIsInUseAndForgetsTheRest() {
        Recent<Integer, String> recent = new Recent<>(10);
        recent.put(-1, "in use");
        recent.put(-2, "not in use");
        for (int i = 0; i < 1_000; i++) {
            recent.put(i, "x");
            assertThat(recent.find(-1)).hasValue("in use");
        }
        assertThat(recent.find(-2)).isEmpty();
        assertThat(IntStream.range(0, 1_000)
                        .filter(i -> recent.find(i).isPresent())
                        .count())
                .isLessThanOrEqualTo(15);
    }
}
