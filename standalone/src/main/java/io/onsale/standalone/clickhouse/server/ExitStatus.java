package io.onsale.standalone.clickhouse.server;

import java.util.Arrays;
import java.util.Optional;

/** How the child tells its parent why it could not start. */
public enum ExitStatus {
    DATA_IN_USE(65),
    PORT_IN_USE(66),
    ENGINE_FAILED(67);

    private final int number;

    ExitStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Optional<ExitStatus> of(int number) {
        return Arrays.stream(values()).filter(status -> status.number == number).findFirst();
    }
}
