package io.onsale.edge.reads;

import io.javalin.http.Context;
import io.onsale.edge.http.Params;
import io.onsale.edge.views.catalogue.Listing;
import io.onsale.edge.views.catalogue.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lists of events that are answered page by page. */
final class EventPages {
    private static final int LONGEST_CURSOR = 512;
    private static final int USUAL = 20;
    private static final int LARGEST = 100;

    private EventPages() {}

    /** Where the page that is asked for begins. */
    static Optional<Listing.Position> after(Context ctx) {
        return Params.optional(ctx, "cursor", LONGEST_CURSOR).map(Cursor::decode);
    }

    /** How many events it has at most. */
    static int limit(Context ctx) {
        return Query.number(ctx, "limit", 1, LARGEST, USUAL);
    }

    /** A page as it is answered. */
    static Map<String, Object> json(Page page, Function<Listing, Map<String, Object>> event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("events", page.listings().stream().map(event).toList());
        page.last().ifPresent(position -> json.put("next_cursor", Cursor.encode(position)));
        return json;
    }
}
