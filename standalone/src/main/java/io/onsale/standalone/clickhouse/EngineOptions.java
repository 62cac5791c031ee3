package io.onsale.standalone.clickhouse;

import java.nio.file.Path;

/** Where the engine keeps its data and its library, and the port it listens on; port 0 picks a free one. */
public record EngineOptions(Path data, Path libraryCache, int port) {

    /** The library in the user's own cache, shared by all data directories. */
    public static EngineOptions at(Path data, int port) {
        return new EngineOptions(data, EngineLibrary.defaultCache(), port);
    }
}
