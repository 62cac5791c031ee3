package io.onsale.payments.simulator.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a process that was killed had still to do, found while its journal is read: late approvals, and webhooks that nobody acknowledged. */
public final class Unfinished {

    private final Map<String, Held> late = new LinkedHashMap<>();
    private final Map<String, Ledger.Note> notes = new LinkedHashMap<>();

    /** Takes in one line, oldest first. */
    public void replay(JsonNode data) {
        Ledger.heldIn(data).ifPresent(held -> {
            if (held.standing() == Standing.PENDING) {
                late.put(held.paymentId(), held);
            } else {
                late.remove(held.paymentId());
            }
        });
        Ledger.note(data).ifPresent(note -> notes.put(note.id(), note));
        Ledger.deliveredNote(data).ifPresent(notes::remove);
    }

    Iterable<Held> late() {
        return late.values();
    }

    Iterable<Ledger.Note> notes() {
        return notes.values();
    }
}
