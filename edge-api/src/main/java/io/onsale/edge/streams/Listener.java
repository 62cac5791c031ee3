package io.onsale.edge.streams;

import java.io.IOException;
import java.io.OutputStream;

/** One who listens to a channel; what it is told is written as it is made, because it may be much. */
public interface Listener {

    /** Writes what it is told when it comes: everything, or what it missed since it was here last; answers the version that leads to. */
    long welcome(OutputStream out) throws IOException;

    /** Writes everything, for when news were lost; answers the version that leads to. */
    long again(OutputStream out) throws IOException;
}
