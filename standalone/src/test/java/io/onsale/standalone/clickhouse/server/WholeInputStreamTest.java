package io.onsale.standalone.clickhouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WholeInputStreamTest {

    @Test
    void readsABodyOfTheAnnouncedLength() throws IOException {
        assertThat(body(3, 3).readAllBytes()).hasSize(3);
    }

    @Test
    void refusesABodyThatEndsEarly() {
        assertThatThrownBy(() -> body(3, 4).readAllBytes()).isInstanceOf(EOFException.class);
    }

    private static WholeInputStream body(int actual, int announced) {
        return new WholeInputStream(new ByteArrayInputStream(new byte[actual]), announced);
    }
}
