package io.onsale.edge.auth;

import io.javalin.http.Context;
import io.onsale.edge.http.ClientAddresses;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How often those calls may be made by which somebody could guess, by address and by what is guessed at, and how often an account may order.
 *
 * <p>Each edge counts for itself and gives out its share. What has to be exact over all edges and restarts, guesses at one password or one code, is
 * counted in the log instead.
 */
public final class Throttles {

    private static final int MINUTES = 60;
    private static final int LOOKUPS_BY_CONTACT = 10;
    private static final int ORDERS_BY_ACCOUNT = 30;
    private static final int PREVIEWS_BY_ACCOUNT = 60;
    private static final int JOINS = 60;
    private static final int TAKEN_BY_ADDRESS = 10;
    private static final int TAKEN_BY_ADDRESS_AN_HOUR = 60;

    private final ClientAddresses addresses;
    private final Map<Call, Throttle> byAddress = new EnumMap<>(Call.class);
    private final Throttle byContact;
    private final Throttle ordersByAccount;
    private final Throttle previewsByAccount;
    private final Throttle takenByAddress;
    private final Throttle joins;
    private final Throttle joinsAgain;
    private final int edges;

    /** Calls that are limited, and how many a minute and an hour one address may make. */
    public enum Call {
        SIGN_UP(120),
        LOGIN(120),
        REFRESH(300),
        GUEST_CODE(20, 300),
        GUEST_PROOF(60),
        LOOKUP(60),
        VERIFY(60),
        IDENTITY(20),
        PASSWORD(20),
        FORGOTTEN(20, 300),
        RESET(60),
        PROFILE(20),
        DELETE(20);

        private final int perMinute;
        private final int perHour;

        Call(int perMinute) {
            this(perMinute, MINUTES * perMinute);
        }

        Call(int perMinute, int perHour) {
            this.perMinute = perMinute;
            this.perHour = perHour;
        }
    }

    /**
     * Limits that so many edges share.
     *
     * @param edges how many there are, of which requests reach each alike
     */
    public Throttles(ClientAddresses addresses, int edges) {
        this.addresses = addresses;
        for (Call call : Call.values()) {
            byAddress.put(call, throttle(call.name().toLowerCase(Locale.ROOT), call.perMinute, call.perHour, edges));
        }
        this.byContact = throttle("contact", LOOKUPS_BY_CONTACT, MINUTES * LOOKUPS_BY_CONTACT, edges);
        this.ordersByAccount = throttle("order", ORDERS_BY_ACCOUNT, MINUTES * ORDERS_BY_ACCOUNT, edges);
        this.previewsByAccount = throttle("preview", PREVIEWS_BY_ACCOUNT, MINUTES * PREVIEWS_BY_ACCOUNT, edges);
        this.takenByAddress = throttle("taken", TAKEN_BY_ADDRESS, TAKEN_BY_ADDRESS_AN_HOUR, edges);
        this.joins = throttle("join", JOINS, MINUTES * JOINS, edges);
        this.joinsAgain = throttle("join", JOINS, MINUTES * JOINS, edges);
        this.edges = edges;
    }

    /** Counts a call against where it comes from. */
    public void take(Context ctx, Call call) {
        Throttle throttle = byAddress.get(call);
        if (throttle != null) {
            throttle.take(addresses.of(ctx)).tell(ctx);
        }
    }

    /** Counts a look-up against the contact that is looked for, by where it comes from: strangers' guesses shut no owner out. */
    public void takeLookup(Context ctx, String contactKey) {
        byContact.take(addresses.of(ctx) + ' ' + contactKey).tell(ctx);
    }

    /** Counts an order against the account that places it. */
    public void takeOrder(Context ctx, String accountId) {
        ordersByAccount.take(accountId).tell(ctx);
    }

    /** Counts a look at what an order would cost, by which somebody could guess coupons, against the account. */
    public void takePreview(Context ctx, String accountId) {
        previewsByAccount.take(accountId).tell(ctx);
    }

    /** Refuses whoever has learnt of too many email addresses lately that they have accounts. */
    public void requireFewTaken(Context ctx) {
        takenByAddress.require(addresses.of(ctx));
    }

    /** Counts that somebody learns of an email address that it has an account; by then it is too late to refuse. */
    public void countTaken(Context ctx) {
        takenByAddress.count(addresses.of(ctx));
    }

    /**
     * Counts a join of a line against where it comes from.
     *
     * @param from the event, and the address or device
     * @param perMinute so many the event's room lets pass
     */
    public void takeJoin(Context ctx, String from, int perMinute) {
        take(ctx, joins, from, perMinute);
    }

    /**
     * Counts a join of a line against whoever has a place in it already.
     *
     * @param who the event and the fan
     */
    public void takeJoinAgain(Context ctx, String who, int perMinute) {
        take(ctx, joinsAgain, who, perMinute);
    }

    private void take(Context ctx, Throttle throttle, String who, int perMinute) {
        int minutes = share(perMinute, edges);
        throttle.take(who, minutes, (int) Math.min(Integer.MAX_VALUE, (long) MINUTES * minutes))
                .tell(ctx);
    }

    /** Where a request comes from, as it is counted here. */
    public String address(Context ctx) {
        return addresses.of(ctx);
    }

    private static Throttle throttle(String name, int perMinute, int perHour, int edges) {
        return new Throttle(name, share(perMinute, edges), share(perHour, edges));
    }

    private static int share(int limit, int edges) {
        return Math.max(1, Math.ceilDiv(limit, edges));
    }
}
