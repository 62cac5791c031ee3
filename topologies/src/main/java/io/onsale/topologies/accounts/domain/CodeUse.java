package io.onsale.topologies.accounts.domain;

/** What a code is for; says under which keys it is asked for. */
public enum CodeUse {
    /** Proves a contact of somebody without an account. */
    GUEST("guest:"),
    /** Sets an account's password anew. */
    PASSWORD("email:");

    private final String prefix;

    CodeUse(String prefix) {
        this.prefix = prefix;
    }

    boolean isFor(AccountsView view) {
        return view.key().startsWith(prefix);
    }

    /** The HMAC of what codes are sent to, as the key under which they are asked for has it. */
    public String contact(String key) {
        return key.substring(prefix.length());
    }
}
