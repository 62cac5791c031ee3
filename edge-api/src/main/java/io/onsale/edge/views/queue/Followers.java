package io.onsale.edge.views.queue;

/** Whom a view of waiting rooms tells what is news for those who follow a place; they return at once. */
public interface Followers {
    /** Something happened to one place, which cannot wait: it is let in, over, or moved. */
    void told(String eventId, long sequence);

    /** Something happened to everybody in a room, who are too many to be told all at once. */
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
