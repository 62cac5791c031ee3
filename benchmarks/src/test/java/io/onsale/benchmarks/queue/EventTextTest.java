package io.onsale.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTextTest {

    @Test
    void findsEventsWhereverTheNetworkCutThem() {
        EventText text = new EventText();
        List<String> events = new ArrayList<>();

        for (String piece : List.of("id: 7\nevent: sta", "tus\ndata: {}\n", "\nid: 8\nevent: status\ndata: {}\n\n: ")) {
            text.take(piece, events::add);
        }

        assertThat(events).containsExactly("id: 7\nevent: status\ndata: {}", "id: 8\nevent: status\ndata: {}");
    }

    @Test
    void readsTheIdOfAnEventBehindTheHeadersOfItsChunk() {
        assertThat(EventText.id("1f4\r\nid: 1234\nevent: status\ndata: {}")).isEqualTo(1234);
    }

    @Test
    void knowsThatAHeartbeatHasNoId() {
        assertThat(EventText.id(": ")).isNegative();
    }
}
