package io.onsale.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.edge.http.Version.Domain;
import io.onsale.schemas.privacy.ProcessKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VersionHeadersTest {
    private static final Version ONE = new Version(Domain.INVENTORY, "event", 12);
    private static final Version OTHER = new Version(Domain.ACCOUNTS, "email:ab12", 0);

    private final ProcessKey key = ProcessKey.generate();
    private final VersionHeaders headers = new VersionHeaders(key);

    @Test
    void aVersionIsTheSameAfterTravellingAlsoToAnotherEdge() {
        String header = headers.encode(ONE) + ", " + headers.encode(OTHER);

        assertThat(new VersionHeaders(key).parse(header)).containsExactly(ONE, OTHER);
    }

    @Test
    void refusesWhatNoAnswerCarried() {
        for (String text : new String[] {"i", "i:", "i:a", "i:a:", "i:a:x", "i:a:-1", "x:a:1", "i:a:1", ""}) {
            String plain = Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8));
            assertThatThrownBy(() -> headers.parse(plain)).as(text).hasMessageContaining("bad_version");
            assertThatThrownBy(() -> headers.parse(plain + ".AAAA")).as(text).hasMessageContaining("bad_version");
        }
        for (String header : new String[] {"***", "*.*", ".", "a".repeat(5000), ",,,,,,,,,,"}) {
            assertThatThrownBy(() -> headers.parse(header)).as(header).hasMessageContaining("bad_version");
        }
    }

    @Test
    void refusesAVersionWhoseSequenceSomebodyRaised() {
        String code = headers.encode(ONE).split("[.]", -1)[1];
        String raised =
                headers.encode(new Version(Domain.INVENTORY, "event", 13)).split("[.]", -1)[0];

        assertThatThrownBy(() -> headers.parse(raised + "." + code)).hasMessageContaining("bad_version");
    }

    @Test
    void refusesAVersionOfAnotherDeployment() {
        String foreign = new VersionHeaders(ProcessKey.generate()).encode(ONE);

        assertThatThrownBy(() -> headers.parse(foreign)).hasMessageContaining("bad_version");
    }
}
