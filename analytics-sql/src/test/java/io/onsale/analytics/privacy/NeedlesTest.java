package io.onsale.analytics.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedlesTest {
    private static final String EMAIL = "jülia?>@example.com";

    private final Needles needles = new Needles(List.of("hunter2-hunter2", EMAIL));

    @Test
    void areFoundAsTheyAre() {
        assertThat(needles.in(("before " + EMAIL + " after").getBytes(UTF_8))).containsExactly("needle 1");
    }

    @Test
    void areFoundInHexadecimal() {
        assertThat(needles.in(HexFormat.of()
                        .withUpperCase()
                        .formatHex(EMAIL.getBytes(UTF_8))
                        .getBytes(UTF_8)))
                .containsExactly("needle 1 in hexadecimal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "xyz"})
    void areFoundInBase64WhereverTheyBegin(String before) {
        byte[] text = (before + EMAIL + "and more").getBytes(UTF_8);

        assertThat(needles.in(Base64.getEncoder().encode(text))).containsExactly("needle 1 in base64");
        assertThat(needles.in(Base64.getUrlEncoder().encode(text))).containsExactly("needle 1 in base64");
    }

    @Test
    void areNotFoundWhereTheyAreNot() {
        assertThat(needles.in("somebody@example.com".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void areNotSoShortThatChanceFindsThem() {
        assertThatThrownBy(() -> new Needles(List.of("abc"))).isInstanceOf(IllegalArgumentException.class);
    }
}
