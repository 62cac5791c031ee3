package io.onsale.topologies.checkout;

import io.onsale.schemas.Topics;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.CheckoutReply;
import io.onsale.topologies.kit.DeciderIo;
import java.util.List;
import java.util.Optional;

/** Checkout's topics. */
final class CheckoutIo {

    static final DeciderIo<CheckoutCommand, CheckoutEvent, CheckoutReply> IO = new DeciderIo<>(
            "checkout",
            "order",
            Topics.CHECKOUT_COMMANDS,
            Topics.CHECKOUT_EVENTS,
            Optional.of(Topics.CHECKOUT_REPLIES),
            List.of(Topics.INVENTORY_COMMANDS, Topics.PAYMENT_COMMANDS, Topics.MESSAGE_COMMANDS),
            Topics.CHECKOUT_DEAD_LETTERS);

    private CheckoutIo() {}
}
