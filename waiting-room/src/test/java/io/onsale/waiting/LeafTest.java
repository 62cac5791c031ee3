package io.onsale.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeafTest {

    private static final Leaf LEAF = Leaf.of(
            "0123456789abcdef".getBytes(StandardCharsets.UTF_8),
            7,
            new ScoreInputs(Tier.GOLD, 3, 0, 120),
            Policy.DRAW_1);
    private static final String LINE = "leaf-1|MDEyMzQ1Njc4OWFiY2RlZg|7|gold|3|0|120|draw-1";

    @Test
    void isOneLineOfText() {
        assertThat(LEAF.line()).isEqualTo(LINE);
    }

    /** As {@code printf '\000leaf-1|…' | sha256sum} says. */
    @Test
    void hasTheHashThatAnybodyCanCompute() {
        assertThat(LEAF.hash().hex()).isEqualTo("f0635ebe49282e2838cdcd8bc6126182b4d98f02febae2d7cbd34f6a047a2ec6");
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Leaf.parse(LINE)).contains(LEAF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "leaf-2|MDEyMzQ1Njc4OWFiY2RlZg|7|gold|3|0|120|draw-1",
                "leaf-1|MDEyMzQ1Njc4OWFiY2RlZg==|7|gold|3|0|120|draw-1",
                "leaf-1|MDEyMzQ1Njc4OWFiY2RlZ|7|gold|3|0|120|draw-1",
                "leaf-1|MDEyMzQ1Njc4OWFiY2RlZg|07|gold|3|0|120|draw-1",
                "leaf-1|MDEyMzQ1Njc4OWFiY2RlZg|-7|gold|3|0|120|draw-1",
                "leaf-1|MDEyMzQ1Njc4OWFiY2RlZg|7|bronze|3|0|120|draw-1",
                "leaf-1|MDEyMzQ1Njc4OWFiY2RlZg|7|gold|3|0|1001|draw-1",
                "leaf-1|MDEyMzQ1Njc4OWFiY2RlZg|9999999999|gold|3|0|120|draw-1",
                "leaf-1|MDEyMzQ1Njc4OWFiY2RlZg|7|gold|3|0|120|draw-1\n",
                "leaf-1|MDEyMzQ1Njc4OWFiY2RlZg|7|gold|3|0|120|"
            })
    void isReadInNoOtherForm(String line) {
        assertThat(Leaf.parse(line)).isEmpty();
    }

    @Test
    void isMadeOfNothingThatItsLineWouldNotTellApart() {
        ScoreInputs inputs = new ScoreInputs(Tier.NONE, 0, 0, 0);

        assertThatThrownBy(() -> new Leaf("short", 1, inputs, "draw-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Leaf("0123456789|1|gold|3|0|", 1, inputs, "draw-1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Leaf.of(new byte[15], 1, inputs, Policy.DRAW_1))
                .hasMessageContaining("15");
        assertThatThrownBy(() -> new ScoreInputs(Tier.NONE, -1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
