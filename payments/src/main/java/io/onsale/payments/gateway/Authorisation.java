package io.onsale.payments.gateway;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that money be promised.
 *
 * @param reference ours; the gateway repeats it in all it says about the payment
 * @param attempt which one this is for the order
 * @param until when it has to be paid
 */
public record Authorisation(String reference, int attempt, Money money, Means means, Instant until) {

    /** What it is paid with. */
    public sealed interface Means {}

    /** A card, by the token that the gateway gave the fan's browser for it. */
    public record Card(String token) implements Means {

        /** Shows no token. */
        @Override
        public String toString() {
            return "Card[hidden]";
        }
    }

    /** A transfer to an account that the gateway opens for it. */
    public record BankTransfer() implements Means {}

    /** The token, where there is one. */
    public Optional<String> token() {
        return means instanceof Card card ? Optional.of(card.token()) : Optional.empty();
    }
}
