package io.onsale.analytics.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RowBufferTest {

    @Test
    void writesLengthsOfManyBytesAsVarints() {
        var rows = new RowBuffer();
        rows.putString("x".repeat(300));

        assertThat(Arrays.copyOf(rows.bytes(), 3)).containsExactly((byte) 0xac, (byte) 0x02, (byte) 'x');
        assertThat(rows.length()).isEqualTo(302);
    }

    @Test
    void growsWithWhatItHolds() {
        var rows = new RowBuffer();
        rows.putString("y".repeat(1_000_000));
        rows.putLong(1);

        assertThat(rows.length()).isEqualTo(1_000_000 + 3 + 8);
        assertThat(rows.bytes()[rows.length() - 8]).isEqualTo((byte) 1);
    }
}
