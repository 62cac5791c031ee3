package io.onsale.benchmarks.queue;

import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.PlaceFreed;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomOpened;
import java.util.HashSet;
import java.util.Set;

/** Counts who shops out of the events alone: by the admissions' names, never by the numbers that the events say. */
final class ShopperCount {

    private final Set<String> shopping = new HashSet<>();
    private int limit;
    private long admissions;
    private int most;
    private int overshoot;
    private long twice;

    /** Takes in what the next event says. */
    void take(Object body) {
        switch (body) {
            case RoomOpened opened -> limit = opened.getRoom().getMaxConcurrent();
            case RoomControlled controlled -> limit = controlled.getMaxConcurrent();
            case FansAdmitted admitted -> admit(admitted);
            case PlaceFreed freed -> shopping.remove(freed.getAdmissionId());
            default -> {
                // Whoever only ended may still do something, and counts.
            }
        }
    }

    private void admit(FansAdmitted admitted) {
        for (Admission each : admitted.getAdmissions()) {
            if (!shopping.add(each.getAdmissionId())) {
                twice++;
            }
        }
        admissions += admitted.getAdmissions().size();
        most = Math.max(most, shopping.size());
        overshoot = Math.max(overshoot, shopping.size() - limit);
    }

    long admissions() {
        return admissions;
    }

    int shopping() {
        return shopping.size();
    }

    /** The most at once. */
    int most() {
        return most;
    }

    /** By how many the limit in force was ever passed when somebody was let in. */
    int overshoot() {
        return overshoot;
    }

    /** Admissions that were given while they were in force. */
    long twice() {
        return twice;
    }
}
