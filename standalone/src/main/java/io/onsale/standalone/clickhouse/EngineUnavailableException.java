package io.onsale.standalone.clickhouse;

import io.onsale.standalone.ToldToUser;
import org.jspecify.annotations.Nullable;

/** Why the embedded ClickHouse can't run here, in one line that tells the user what to do. */
public final class EngineUnavailableException extends ToldToUser {

    public EngineUnavailableException(String message) {
        super(message);
    }

    public EngineUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
