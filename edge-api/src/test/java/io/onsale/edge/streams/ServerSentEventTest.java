package io.onsale.edge.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerSentEventTest {
    @Test
    void hasItsIdNameAndDataOnLinesOfTheirOwn() {
        byte[] event = ServerSentEvent.of("delta", Optional.of("7"), "{\"row\":\"Côté\"}".getBytes(UTF_8));

        assertThat(new String(event, UTF_8)).isEqualTo("id: 7\nevent: delta\ndata: {\"row\":\"Côté\"}\n\n");
    }

    @Test
    void anEventThatNobodyComesBackToHasNoId() {
        assertThat(new String(ServerSentEvent.of("live", Optional.empty(), new byte[] {'{', '}'}), UTF_8))
                .isEqualTo("event: live\ndata: {}\n\n");
    }
}
