package io.onsale.standalone.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.onsale.ml.behaviour.OpenSeat;
import org.junit.jupiter.api.Test;

class SeatListTest {

    @Test
    void readsTheOpenSeatsOutOfRuns() throws JsonProcessingException {
        String map = """
                {"version": 7, "legend": {"a": "available", "h": "held"}, "sections": [{"section": "A", "rows": [
                  {"row": "1", "seats": 12, "status": "h10a2"}, {"row": "x", "seats": 3, "status": "a1h1a1"}]}]}""";

        assertThat(SeatList.open(new JsonMapper().readTree(map)))
                .containsExactly(
                        new OpenSeat("A-1-11", "A", 0, 11, 12),
                        new OpenSeat("A-1-12", "A", 0, 12, 12),
                        new OpenSeat("A-x-1", "A", 1, 1, 3),
                        new OpenSeat("A-x-3", "A", 1, 3, 3));
    }

    @Test
    void findsNoneWhereThereIsNoMap() {
        assertThat(SeatList.open(MissingNode.getInstance())).isEmpty();
    }
}
