package io.onsale.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ProcessKeyTest {

    private static final ProcessKey ZEROS =
            ProcessKey.fromBase64(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void derivesWhatAnotherImplementationOfHkdfDerives() {
        // From Python: HMAC(HMAC(zeros, zeros), b"pseudonym" + b"\x01") with SHA-256.
        assertThat(HexFormat.of().formatHex(ZEROS.derive("pseudonym")))
                .isEqualTo("9f6ceca3fdec23f794714a86c0148bfea6fff11ec91c1c925a1dff1219f872eb");
    }

    @Test
    void givesEveryPurposeItsOwnKey() {
        assertThat(ZEROS.derive("email")).hasSize(32).isNotEqualTo(ZEROS.derive("pseudonym"));
    }

    @Test
    void isTheSameKeyAfterBeingWrittenAndRead() {
        ProcessKey key = ProcessKey.generate();
        assertThat(ProcessKey.fromBase64(key.toBase64()).derive("x")).isEqualTo(key.derive("x"));
    }

    @Test
    void refusesAKeyOfAnotherLengthAndTextThatIsNotBase64WithoutShowingIt() {
        assertThatThrownBy(() -> ProcessKey.fromBase64("c2hvcnQ=")).hasMessageContaining("32 bytes; this has 5");
        assertThatThrownBy(() -> ProcessKey.fromBase64("not*base64"))
                .hasMessageContaining("not base64")
                .hasNoCause();
    }

    @Test
    void showsNothingOfItself() {
        ProcessKey key = ProcessKey.generate();
        assertThat(key.toString()).doesNotContain(key.toBase64());
    }
}
