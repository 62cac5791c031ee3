package io.onsale.edge.views.queue;

import io.onsale.waiting.Hash;
import io.onsale.waiting.Leaf;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the rosters of draws are kept of which an edge has nothing in memory any more; all of it can be made anew from the log. */
public interface RosterArchive {
    /** Keeps the lines of a roster's download under the roster's root, unless they are there; where that fails they are not there. */
    void keep(Hash root, Stream<String> lines);

    /** The lines of the roster with this root; nothing where they are not there. */
    Optional<Path> find(Hash root);

    /** A line of a roster's download; nothing in a leaf needs escaping. */
    static String line(Leaf leaf) {
        return '"' + leaf.line() + "\"\n";
    }

    /** Keeps nothing. */
    RosterArchive NONE = new RosterArchive() {
        @Override
        public void keep(Hash root, Stream<String> lines) {
            // There is nowhere to keep them.
        }

        @Override
        public Optional<Path> find(Hash root) {
            return Optional.empty();
        }
    };
}
