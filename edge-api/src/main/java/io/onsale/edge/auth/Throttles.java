package io.onsale.edge.auth;

import io.javalin.http.Context;
import io.onsale.edge.http.ClientAddresses;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often those calls may be made by which somebody could guess, by address and by what is guessed at, and how often an account may order.
 *
 * <p>Each edge counts for itself and gives out its share. What has to be exact over all edges and restarts, guesses at one password or one code, is
 * counted in the log instead.
 */
public final class Throttles {

    private final ClientAddresses addresses;
    private final Map<Call, Throttle> byAddress = new EnumMap<>(Call.class);
    private final Throttle byContact;
    private final Throttle ordersByAccount;

    /** Calls that are limited, and how many a minute one address may make. */
    public enum Call {
        SIGN_UP(120),
        LOGIN(120),
        REFRESH(300),
        GUEST_CODE(20),
        GUEST_PROOF(60),
        LOOKUP(60),
        VERIFY(60),
        IDENTITY(20),
        DELETE(20);

        private final int perMinute;

        Call(int perMinute) {
            this.perMinute = perMinute;
        }
    }

    private static final int LOOKUPS_BY_CONTACT = 10;
    private static final int ORDERS_BY_ACCOUNT = 30;

    /**
     * Limits that so many edges share.
     *
     * @param edges how many there are, of which requests reach each alike
     */
    public Throttles(ClientAddresses addresses, int edges) {
        this.addresses = addresses;
        for (Call call : Call.values()) {
            byAddress.put(call, new Throttle(share(call.perMinute, edges)));
        }
        this.byContact = new Throttle(share(LOOKUPS_BY_CONTACT, edges));
        this.ordersByAccount = new Throttle(share(ORDERS_BY_ACCOUNT, edges));
    }

    /** Counts a call against where it comes from. */
    public void take(Context ctx, Call call) {
        Throttle throttle = byAddress.get(call);
        if (throttle != null) {
            throttle.take(addresses.of(ctx));
        }
    }

    /** Counts a look-up against the contact that is looked for. */
    public void takeLookup(String contactKey) {
        byContact.take(contactKey);
    }

    /** Counts an order against the account that places it. */
    public void takeOrder(String accountId) {
        ordersByAccount.take(accountId);
    }

    private static int share(int perMinute, int edges) {
        return Math.max(1, Math.ceilDiv(perMinute, edges));
    }
}
