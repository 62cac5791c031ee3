package io.onsale.edge.routes;

import io.onsale.edge.http.Fields;
import io.onsale.schemas.inventory.HoldSeats;
import java.util.List;

/** What a fan would like to hold: seats by their ids, the best that are left, or so many places of a section or of a time of entry. */
final class HoldBody {

    private static final int MAX_ID = 128;
    private static final int MAX_NAME = 64;
    private static final int MAX_SEATS = 100;
    private static final int MAX_SEAT_ID = 160;
    private static final int MAX_ATTRIBUTES = 10;

    private HoldBody() {}

    static HoldSeats.Builder read(Fields body, String holdId, String fanId) {
        HoldSeats.Builder hold = HoldSeats.newBuilder()
                .setHoldId(holdId)
                .setFanId(fanId)
                .setPerformanceId(body.optionalText("performance_id", MAX_ID).orElse(null))
                .setSection(body.optionalText("section", MAX_ID).orElse(null))
                .setCompanion(!body.has("companion") || body.flag("companion"));
        return body.has("quantity") ? counted(body, hold) : named(body, hold);
    }

    private static HoldSeats.Builder named(Fields body, HoldSeats.Builder hold) {
        if (body.flag("best_available") || body.has("slot")) {
            throw body.missing("quantity");
        }
        return hold.setSeatIds(body.texts("seat_ids", 1, MAX_SEATS, MAX_SEAT_ID));
    }

    private static HoldSeats.Builder counted(Fields body, HoldSeats.Builder hold) {
        if (body.has("seat_ids")) {
            throw body.invalid("quantity", "has to be left out where seats are named");
        }
        boolean best = body.flag("best_available");
        if (best && body.has("slot")) {
            throw body.invalid("slot", "has to be left out where the best seats are asked for");
        }
        return hold.setSeatIds(List.of())
                .setQuantity((int) body.number("quantity", 1, MAX_SEATS))
                .setBestAvailable(best)
                .setTogether(!body.has("together") || body.flag("together"))
                .setAttributes(
                        body.has("attributes") ? body.texts("attributes", 0, MAX_ATTRIBUTES, MAX_NAME) : List.of())
                .setSlot(body.optionalText("slot", MAX_NAME).orElse(null));
    }
}
