package io.onsale.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretSealsTest {

    private final ProcessKey key = ProcessKey.generate();
    private final SecretSeals seals = new SecretSeals(key);

    @Test
    void opensWhatAnotherProcessWithTheSameKeySealed() {
        SecretSeals other = new SecretSeals(ProcessKey.fromBase64(key.toBase64()));

        assertThat(other.openToken("o1", seals.sealToken("o1", "test-approve"))).isEqualTo("test-approve");
        assertThat(other.openChallenge("o1", seals.sealChallenge("o1", "123456")))
                .isEqualTo("123456");
    }

    @Test
    void showsNothingOfWhatItSealed() {
        ByteBuffer sealed = seals.sealToken("o1", "test-approve");

        assertThat(StandardCharsets.ISO_8859_1.decode(sealed).toString()).doesNotContain("test");
    }

    @Test
    void opensNothingForAnotherOrder() {
        ByteBuffer sealed = seals.sealToken("o1", "test-approve");

        assertThatThrownBy(() -> seals.openToken("o2", sealed)).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void opensNothingAsAnotherKindOfSecret() {
        ByteBuffer sealed = seals.sealToken("o1", "test-approve");

        assertThatThrownBy(() -> seals.openChallenge("o1", sealed)).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void readsABufferThatIsReadAgainLater() {
        ByteBuffer sealed = seals.sealToken("o1", "test-approve");

        assertThat(seals.openToken("o1", sealed)).isEqualTo(seals.openToken("o1", sealed));
    }
}
