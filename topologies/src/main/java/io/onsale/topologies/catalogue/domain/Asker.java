package io.onsale.topologies.catalogue.domain;

/**
 * Who asks for something to be done about an event.
 *
 * @param operator whether it is somebody who may end sales and change dates of everybody's events
 */
public record Asker(String id, boolean operator) {

    static Asker organizer(String id) {
        return new Asker(id, false);
    }
}
