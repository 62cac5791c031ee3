package io.onsale.benchmarks.queue;

import io.onsale.schemas.Topic;
import io.onsale.schemas.Topics;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.standalone.audit.rules.AdmissionLimits;
import io.onsale.standalone.audit.rules.Finding;
import io.onsale.standalone.audit.rules.Logged;
import io.onsale.standalone.audit.rules.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The audit's rule of who may shop, over the events of one room and of its inventory as they are written. */
final class AuditedRoom {

    private final String eventId;
    private final AdmissionLimits rule = new AdmissionLimits();
    private final List<Finding> findings = new ArrayList<>();
    private long seen;

    AuditedRoom(String eventId) {
        this.eventId = eventId;
    }

    void see(String key, @Nullable AdmissionEvent event) {
        see(Topics.ADMISSION_EVENTS, key, event);
    }

    void see(String key, @Nullable InventoryEvent event) {
        see(Topics.INVENTORY_EVENTS, key, event);
    }

    private synchronized void see(Topic<?> topic, String key, @Nullable SpecificRecord event) {
        if (event != null && key.equals(eventId)) {
            findings.addAll(rule.see(new Logged(new Place(topic.name(), 0, seen++), key, event)));
        }
    }

    /** What is wrong, those who still shop judged too. */
    synchronized List<String> findings() {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(rule.end(Instant.now()));
        return all.stream().map(Finding::toString).toList();
    }
}
