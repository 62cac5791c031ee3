package io.onsale.edge.streams;

/** One who listens to a channel. */
public interface Listener {

    /** What it is told when it comes: everything, or what it missed since it was here last. */
    Greeting welcome();

    /** Everything, for when news were lost. */
    Greeting again();
}
