package io.onsale.payments.simulator.api;

/** Ends a request with an error. */
public final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private Wrong(int status, String code, String detail) {
        // Part of what is simulated: no stack trace.
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Wrong because(int status, String code, String detail) {
        return new Wrong(status, code, detail);
    }

    public static Wrong notFound() {
        return because(404, "not_found", "there is no such thing");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
