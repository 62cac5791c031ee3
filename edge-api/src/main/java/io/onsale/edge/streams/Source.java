package io.onsale.edge.streams;

import java.util.Optional;

/** Where a channel's news come from. */
@FunctionalInterface
public interface Source {

    /** What is new since the last call, if anything; called by the broadcaster's thread only. */
    Optional<Frame> news();
}
