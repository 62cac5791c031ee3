package io.onsale.messages;

/** A company that delivers messages to phones and mailboxes. */
public interface MessageProvider {

    /** Returns true once the provider has it; false where it is not known whether it has. Throws {@link IllegalArgumentException} where it will never take it. */
    boolean send(Message message, String idempotencyKey) throws InterruptedException;
}
