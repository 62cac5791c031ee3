package io.onsale.edge.views.queue;

/** Whom a view of waiting rooms tells what cannot wait. */
public interface Followers {
    /** Something happened to one place: it is let in, over, or moved. */
    void told(String eventId, long sequence);

    /** Something happened to everybody in a room. */
    void allTold(String eventId);

    /** Nobody. */
    Followers NONE = new Followers() {
        @Override
        public void told(String eventId, long sequence) {
            // Nobody listens.
        }

        @Override
        public void allTold(String eventId) {
            // Nobody listens.
        }
    };
}
