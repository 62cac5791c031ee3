package io.onsale.topologies.journeys.domain;

import io.onsale.topologies.journeys.domain.JourneysEvent.StepReached;
import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.Table;
import java.time.Duration;
import java.time.Instant;

/** Which steps were reached when; only {@link #apply} changes it. */
public final class JourneysBooks implements Books<JourneysView, JourneysEvent> {

    /** How long a reached step is known, and a session after its last one. */
    public static final Duration REMEMBERED = Duration.ofDays(30);

    private final Table<Long> reached;

    public JourneysBooks(Table<Long> reached) {
        this.reached = reached;
    }

    @Override
    public JourneysView view(String session) {
        return new View(session);
    }

    @Override
    public void apply(String session, JourneysEvent happened, Instant at) {
        switch (happened) {
            case StepReached step -> reached.put(key(session, step.milestone()), at.toEpochMilli());
        }
    }

    /** Whether a step was reached too long ago to be remembered. */
    public static boolean forgotten(long reachedMillis, Instant at) {
        return reachedMillis + REMEMBERED.toMillis() <= at.toEpochMilli();
    }

    /** A show is a client's text and may hold any character: the session's length keeps the two apart. */
    private static String key(String session, Milestone milestone) {
        String show = milestone.show() == null ? "" : milestone.show();
        return milestone.step().name() + '|' + session.length() + '|' + session + '|' + show;
    }

    /** One session, read through the books. */
    private final class View implements JourneysView {

        private final String session;

        View(String session) {
            this.session = session;
        }

        @Override
        public String session() {
            return session;
        }

        @Override
        public boolean hasReached(Milestone milestone, Instant at) {
            Long millis = reached.get(key(session, milestone));
            return millis != null && !forgotten(millis, at);
        }
    }
}
