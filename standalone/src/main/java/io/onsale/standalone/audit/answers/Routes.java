package io.onsale.standalone.audit.answers;

/** The routes whose accepted answers must be found in the log. */
public final class Routes {

    public static final String SIGN_UP = "POST /api/auth/signup";
    public static final String CREATE_EVENT = "POST /api/events";
    public static final String PUBLISH_EVENT = "POST /api/events/{event_id}/publish";
    public static final String JOIN = "POST /api/queue/join";
    public static final String LEAVE = "POST /api/queue/leave";

    /** Reads change nothing, but this one hands an admission out, which is a fact by then. */
    public static final String ARRIVE = "GET /api/queue/status";

    public static final String RESERVE = "POST /api/tickets/reserve";
    public static final String RELEASE = "DELETE /api/reservations/{reservation_id}";
    public static final String ORDER = "POST /api/orders";
    public static final String VERIFY = "POST /api/orders/{order_id}/verify";
    public static final String TELEMETRY = "POST /api/telemetry";

    private Routes() {}
}
