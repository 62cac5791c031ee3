package io.onsale.standalone.child;

/** A child process ended before it answered. */
public final class ChildEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exit;

    ChildEndedException(int exit, Throwable cause) {
        super("exit " + exit, cause);
        this.exit = exit;
    }

    /** The status with which it ended. */
    public int exit() {
        return exit;
    }
}
