package io.onsale.topologies.admission.domain;

import java.time.Instant;

/** Somebody who is let in. */
public record Admission(int sequence, String fanId, String id, Instant expiresAt) {

    private static final char BEFORE_SEQUENCE = '.';

    /** An admission's id names its place. */
    static String id(String event, int sequence) {
        return event + BEFORE_SEQUENCE + sequence;
    }

    /** The place that an id names; 0, which is no place, if it is none of this event. */
    static int sequence(String event, String id) {
        int prefix = event.length() + 1;
        if (id.length() <= prefix || !id.startsWith(event) || id.charAt(prefix - 1) != BEFORE_SEQUENCE) {
            return 0;
        }
        try {
            int sequence = Integer.parseInt(id.substring(prefix));
            return id(event, sequence).equals(id) ? sequence : 0;
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
