package io.onsale.edge.views.queue;

import static io.onsale.edge.views.queue.RoomScript.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.admission.AdmissionEnd;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.admission.Tier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowersTest {
    private static final String ALL = "all of " + EVENT;

    private final List<String> told = new ArrayList<>();
    private final QueueView view = new QueueView();
    private final RoomScript script = new RoomScript(view);

    FollowersTest() {
        view.tell(new Followers() {
            @Override
            public void told(String eventId, long sequence) {
                told.add(eventId + " " + sequence + " " + stage(sequence));
            }

            @Override
            public void allTold(String eventId) {
                told.add("all of " + eventId);
            }
        });
    }

    private Stage stage(long sequence) {
        return view.room(EVENT).orElseThrow().standing(sequence).orElseThrow().stage();
    }

    @Test
    void whoeverSomethingHappensToIsToldAloneOnceItIsInView() {
        script.opened().joined("ann", "bob", "cho");
        script.left(3, "cho");
        assertThat(told).containsExactly("event-1 3 LEFT");
        script.frozen().drawn();
        told.clear();
        script.admitted("ann", 1).ended("ann", 1, AdmissionEnd.FINISHED);
        script.rated("bob", 2, Tier.NONE, 950, 2L);

        assertThat(told).containsExactly("event-1 1 ADMITTED", "event-1 1 FINISHED", "event-1 2 WAITING");
    }

    @Test
    void everybodyIsToldOfTheDrawAndOfWhatTheOrganizerChanges() {
        script.opened().joined("ann");
        script.frozen();
        assertThat(told).containsExactly(ALL);
        script.drawn();
        assertThat(told).containsExactly(ALL, ALL);
        script.controlled(7, 3, RoomState.PAUSED).controlled(7, 3, RoomState.CLOSED);

        assertThat(told).containsExactly(ALL, ALL, ALL, ALL);
    }
}
