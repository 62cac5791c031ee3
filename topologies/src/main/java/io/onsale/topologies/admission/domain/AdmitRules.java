package io.onsale.topologies.admission.domain;

import io.onsale.topologies.admission.domain.AdmissionEvent.FansAdmitted;
import io.onsale.topologies.admission.domain.AdmissionView.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who is let in when: never one more than may shop at once, and no faster than the pace. */
final class AdmitRules {

    /** How long an admission lasts. */
    static final Duration LASTS = Duration.ofMinutes(15);

    /** As many are let in in a part of the time that a transaction has. */
    static final int MOST_AT_ONCE = 500;

    List<AdmissionEvent> due(AdmissionView view, Room room, Instant at) {
        int most = Math.min(room.admits(at), MOST_AT_ONCE);
        List<Waiting> next = most == 0 ? List.of() : view.next(most);
        if (next.isEmpty()) {
            return List.of();
        }
        List<Admission> admissions = next.stream()
                .map(fan -> new Admission(
                        fan.sequence(), fan.fanId(), Admission.id(view.event(), fan.sequence()), at.plus(LASTS)))
                .toList();
        int limit = room.control().pace().maxConcurrent();
        return List.of(new FansAdmitted(admissions, limit, room.count().shopping() + admissions.size()));
    }
}
