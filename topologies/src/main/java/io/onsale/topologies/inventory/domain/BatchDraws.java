package io.onsale.topologies.inventory.domain;

/** Draws each batch's secret: always the same for the same batch, and not to be foretold from outside. */
@FunctionalInterface
public interface BatchDraws {

    /** The instant is in the window. */
    BatchDraw of(String event, String batch, NightWindow window);
}
