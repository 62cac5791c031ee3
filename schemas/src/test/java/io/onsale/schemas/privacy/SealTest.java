package io.onsale.schemas.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final byte[] PLAIN = "fan@example.com".getBytes(UTF_8);

    private final Seal seal = new Seal(ProcessKey.generate().derive("test"));

    @Test
    void opensWhatItSealed() {
        assertThat(seal.open(seal.seal(PLAIN, "email of a"), "email of a")).isEqualTo(PLAIN);
    }

    @Test
    void sealsTheSameBytesDifferentlyEachTime() {
        assertThat(seal.seal(PLAIN, "c")).isNotEqualTo(seal.seal(PLAIN, "c"));
    }

    @Test
    void refusesAnotherContext() {
        byte[] sealed = seal.seal(PLAIN, "email of a");
        assertThatThrownBy(() -> seal.open(sealed, "email of b")).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void refusesAnotherKey() {
        byte[] sealed = seal.seal(PLAIN, "c");
        Seal other = new Seal(ProcessKey.generate().derive("test"));
        assertThatThrownBy(() -> other.open(sealed, "c")).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void refusesEveryAlteredBitAndEveryTruncation() {
        byte[] sealed = seal.seal(PLAIN, "c");
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> seal.open(altered, "c")).isInstanceOf(BrokenSealException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] truncated = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> seal.open(truncated, "c")).isInstanceOf(BrokenSealException.class);
        }
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> new Seal(new byte[16])).hasMessageContaining("32 bytes");
    }
}
