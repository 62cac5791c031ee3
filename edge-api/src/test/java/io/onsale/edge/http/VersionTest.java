package io.onsale.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.edge.http.Version.Domain;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void isTheSameAfterTravelling() {
        Version one = new Version(Domain.INVENTORY, "event", 12);
        Version other = new Version(Domain.ACCOUNTS, "email:ab12", 0);
        assertThat(Version.parse(one.encode() + ", " + other.encode())).containsExactly(one, other);
    }

    @Test
    void refusesWhatNoAnswerCarried() {
        for (String text :
                new String[] {"i", "i:", "i:a", "i:a:", "i:a:x", "i:a:-1", "x:a:1", "i:a:99999999999999999999", ""}) {
            String header = Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8));
            assertThatThrownBy(() -> Version.parse(header)).as(text).hasMessageContaining("bad_version");
        }
        assertThatThrownBy(() -> Version.parse("***")).hasMessageContaining("bad_version");
        assertThatThrownBy(() -> Version.parse("a".repeat(5000))).hasMessageContaining("bad_version");
        assertThatThrownBy(() -> Version.parse(",,,,,,,,,,")).hasMessageContaining("bad_version");
    }
}
