package io.onsale.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private static final byte[] BODY = "{\"payment_id\":\"p1\"}".getBytes(StandardCharsets.UTF_8);

    /** {@code printf '1893492000.{"payment_id":"p1"}' | openssl dgst -sha256 -hmac secret}. */
    private static final String EXPECTED = "1ae13722b2f07b6f272eb7239cdc1809a7743195990cd817b846a0c24d487c08";

    private final WebhookSignature signature = new WebhookSignature("secret");
    private final String header = signature.sign(BODY, NOW);

    @Test
    void believesWhatItSigned() {
        assertThat(signature.verify(header, BODY, NOW)).isTrue();
    }

    @Test
    void signsAsItsDocumentationSays() {
        assertThat(header).isEqualTo("t=1893492000,v1=" + EXPECTED);
    }

    @Test
    void believesNobodyWithoutTheSecret() {
        String forged = new WebhookSignature("guess").sign(BODY, NOW);

        assertThat(signature.verify(forged, BODY, NOW)).isFalse();
    }

    @Test
    void believesNoAlteredBody() {
        byte[] altered = BODY.clone();
        altered[3] ^= 1;

        assertThat(signature.verify(header, altered, NOW)).isFalse();
        assertThat(signature.verify(header, new byte[0], NOW)).isFalse();
    }

    @Test
    void believesNoOtherTimeThanTheOneThatWasSigned() {
        String moved = header.replace("t=1893492000", "t=1893492001");

        assertThat(signature.verify(moved, BODY, NOW)).isFalse();
    }

    @Test
    void believesFiveMinutesEitherWayAndNotASecondMore() {
        Duration most = WebhookSignature.TOLERANCE;

        assertThat(signature.verify(header, BODY, NOW.plus(most))).isTrue();
        assertThat(signature.verify(header, BODY, NOW.minus(most))).isTrue();
        assertThat(signature.verify(header, BODY, NOW.plus(most).plusSeconds(1)))
                .isFalse();
        assertThat(signature.verify(header, BODY, NOW.minus(most).minusSeconds(1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=,v1=",
                "t=1893492000",
                "t=1893492000,v1=",
                "t=1893492000,v1=00",
                "v1=EXPECTED,t=1893492000",
                "t=1893492000,v0=EXPECTED",
                "t=1893492000,v1=EXPECTED,v1=EXPECTED",
                "t=1893492000, v1=EXPECTED",
                "t=-1893492000,v1=EXPECTED",
                "t=99999999999999999999,v1=EXPECTED",
                "t=1893492000.0,v1=EXPECTED",
                "t=1893492000,v1=EXPECTED\n",
                "Bearer EXPECTED"
            })
    void believesNoMalformedHeader(String malformed) {
        assertThat(signature.verify(malformed.replace("EXPECTED", EXPECTED), BODY, NOW))
                .isFalse();
    }

    @Test
    void believesNoMissingHeader() {
        assertThat(signature.verify(null, BODY, NOW)).isFalse();
    }
}
