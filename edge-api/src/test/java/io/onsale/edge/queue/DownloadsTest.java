package io.onsale.edge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadsTest {
    private final Downloads downloads = new Downloads();

    @Test
    void oneAddressHasTwoAtOnce() {
        assertThat(downloads.begin("a")).isTrue();
        assertThat(downloads.begin("a")).isTrue();
        assertThat(downloads.begin("a")).isFalse();
        assertThat(downloads.begin("b")).isTrue();
        downloads.end("a");

        assertThat(downloads.begin("a")).isTrue();
    }

    @Test
    void allTogetherHaveSixteenAtOnce() {
        for (int i = 0; i < 16; i++) {
            assertThat(downloads.begin("address-" + i)).isTrue();
        }
        assertThat(downloads.begin("another")).isFalse();
        downloads.end("address-3");

        assertThat(downloads.begin("another")).isTrue();
    }
}
