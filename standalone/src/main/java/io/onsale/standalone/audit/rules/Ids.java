package io.onsale.standalone.audit.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names of things in a finding's evidence. */
public final class Ids {

    public static final String EVENT = "event_id";
    public static final String HOLD = "hold_id";
    public static final String FAN = "fan_id";
    public static final String SEAT = "seat_id";
    public static final String ORDER = "order_id";

    private Ids() {}

    /** Name, value, name, value and so on, kept in this order. */
    public static Map<String, String> of(String... namesAndValues) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ids.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(ids);
    }
}
