package io.onsale.standalone.draw;

import io.onsale.standalone.ToldToUser;
import io.onsale.waiting.BeaconRound;
import io.onsale.waiting.DrawTerms;
import io.onsale.waiting.Policy;

/** What a draw goes by, read from a published draw or from a receipt's terms: both have it in the same members. */
final class TermsReader {

    private TermsReader() {}

    /** @throws ToldToUser if something is missing or broken */
    static DrawTerms terms(JsonObject json) {
        return new DrawTerms(
                json.instant("draws_at"),
                policy(json.object("policy")),
                json.optionalObject("beacon").map(TermsReader::round));
    }

    /** What was signed before it was said is what this page says of every round. */
    private static BeaconRound round(JsonObject json) {
        if (json.has("value_is") && !json.text("value_is").equals(BeaconRound.VALUE)) {
            throw new ToldToUser("%s: a draw goes by a round's %s, not by its %s"
                    .formatted(json.where(), BeaconRound.VALUE, json.shown("value_is")));
        }
        return new BeaconRound(json.text("source"), json.longNumber("round"), json.optionalInstant("due_at"));
    }

    private static Policy policy(JsonObject json) {
        try {
            return new Policy(
                    json.text("version"),
                    json.number("platinum"),
                    json.number("gold"),
                    json.number("per_purchase"),
                    json.number("earliness_most"),
                    json.number("suspicion_above"),
                    json.number("suspicion_penalty"));
        } catch (IllegalArgumentException e) {
            throw new ToldToUser("%s: %s".formatted(json.where(), e.getMessage()), e);
        }
    }
}
