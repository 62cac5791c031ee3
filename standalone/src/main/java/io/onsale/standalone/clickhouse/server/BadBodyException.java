package io.onsale.standalone.clickhouse.server;

import java.io.IOException;

/** A request body that can't be read to its end: cut off, or not compressed as announced. */
final class BadBodyException extends IOException {

    BadBodyException(IOException cause) {
        super("The request's body can't be read: " + cause.getMessage(), cause);
    }
}
