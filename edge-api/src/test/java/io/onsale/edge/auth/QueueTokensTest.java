package io.onsale.edge.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.auth.QueueTokens.Place;
import io.onsale.schemas.privacy.ProcessKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueTokensTest {
    private final ProcessKey key = ProcessKey.generate();
    private final QueueTokens tokens = new QueueTokens(key);

    @Test
    void namesAPlaceAgain() {
        Place place = new Place("event-1", "partner:a|b c", 7, 12);

        assertThat(tokens.verify(tokens.mint(place))).contains(place);
    }

    @Test
    void everyEdgeWithTheKeyReadsIt() {
        Place place = new Place("event-1", "fan-1", 7, 12);

        assertThat(new QueueTokens(key).verify(tokens.mint(place))).contains(place);
    }

    @Test
    void refusesWhatItDidNotMint() {
        String good = tokens.mint(new Place("event-1", "fan-1", 7, 12));
        String other = tokens.mint(new Place("event-1", "fan-2", 8, 12));
        String[] parts = good.split("\\.", -1);
        List<String> forged = List.of(
                "",
                ".",
                "x",
                good + "A",
                parts[0] + ".",
                parts[0] + "." + other.split("\\.", -1)[1],
                new QueueTokens(ProcessKey.generate()).mint(new Place("event-1", "fan-1", 7, 12)),
                new SignedTexts(key, "refresh-token").sign("7|12|event-1|fan-1"),
                "z".repeat(5_000) + "." + parts[1]);

        assertThat(forged).allSatisfy(token -> assertThat(tokens.verify(token)).isEmpty());
    }
}
