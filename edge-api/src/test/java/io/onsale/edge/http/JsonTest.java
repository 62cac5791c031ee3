package io.onsale.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    private record Share(double share) {}

    @Test
    void fractionsHaveFourPlacesAtMost() {
        assertThat(new String(Json.bytes(List.of(1 - 0.8, 2.0 / 3, 1.0, 12_345.67)), UTF_8))
                .isEqualTo("[0.2,0.6667,1.0,12345.67]");
        assertThat(new String(Json.bytes(new Share(0.1 + 0.2)), UTF_8)).isEqualTo("{\"share\":0.3}");
    }
}
