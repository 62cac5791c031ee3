package io.onsale.edge.reads;

import static io.onsale.edge.views.Given.NIGHT;
import static io.onsale.edge.views.Given.definition;
import static io.onsale.edge.views.Given.opened;
import static io.onsale.edge.views.Given.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.edge.http.ProblemException;
import io.onsale.edge.views.InventoryView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeatAnswersTest {
    private static final int PIECE = 64 * 1024;

    private final InventoryView view = new InventoryView();
    private final SeatAnswers answers = new SeatAnswers(1);

    @BeforeEach
    void open() {
        view.apply("event-1", opened(1, definition(section("A", "VIP", 150_000, 100, 1_000))));
    }

    @Test
    void aBigMapIsWrittenInPieces() throws IOException {
        LargestWrite out = new LargestWrite();

        answers.withSnapshot(whole(), snapshot -> answers.write(whole(), snapshot, out));

        assertThat(out.written).isGreaterThan(5_000_000);
        assertThat(out.largest).isLessThanOrEqualTo(PIECE);
    }

    @Test
    void aStreamBeginsWithTheMapInPieces() throws IOException {
        LargestWrite out = new LargestWrite();

        long version = new SeatListener(whole(), answers, Optional.empty()).welcome(out);

        assertThat(version).isEqualTo(1);
        assertThat(out.written).isGreaterThan(5_000_000);
        assertThat(out.largest).isLessThanOrEqualTo(PIECE);
    }

    @Test
    void refusesMoreReadersThanThereIsMemoryFor() throws IOException {
        SeatListener second = new SeatListener(whole(), answers, Optional.empty());

        answers.withSnapshot(
                whole(),
                snapshot -> assertThatThrownBy(() -> second.welcome(new ByteArrayOutputStream()))
                        .isInstanceOf(ProblemException.class));

        assertThat(second.welcome(new ByteArrayOutputStream())).isEqualTo(1);
    }

    private SeatSelection whole() {
        return new SeatSelection(view.seats().show("event-1").orElseThrow(), NIGHT, Optional.empty(), false);
    }

    private static final class LargestWrite extends OutputStream {
        private long written;
        private int largest;

        @Override
        public void write(int single) {
            written++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written += length;
            largest = Math.max(largest, length);
        }
    }
}
