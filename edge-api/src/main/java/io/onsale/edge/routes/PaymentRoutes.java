package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.log.CommandLog;
import io.onsale.edge.log.Commands;
import io.onsale.schemas.Topics;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.payments.CheckPayment;
import io.onsale.schemas.payments.PaymentCommand;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.WebhookSignature;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the payment gateway tells of its own accord.
 *
 * <p>A webhook is a hint and nothing more: it makes the payments process read the payment at the gateway, so neither a repeated nor a late one changes
 * anything, and what it says of amounts is never used.
 */
public final class PaymentRoutes implements Routes {

    private static final String WEBHOOK = "POST /api/payments/webhook";
    private static final int MAX_ID = 256;

    /** {@code <event id>/<order id>}, where an order's id begins with its event's. */
    private static final Pattern REFERENCE = Pattern.compile("([A-Za-z0-9_-]{1,64})/(\\1\\.[A-Za-z0-9_-]{1,64})");

    private final Commands commands;
    private final Optional<WebhookSignature> signature;
    private final List<Clock> clocks;

    /**
     * Routes for a gateway.
     *
     * @param webhookSecret what webhooks are signed with; without it none is believed
     * @param host by which a webhook may be recent too: a gateway is right by its own clock, whatever the brokers' say
     */
    public PaymentRoutes(CommandLog log, ProcessKey key, Optional<String> webhookSecret, Clock clock, Clock host) {
        this.commands = new Commands(log, key, clock);
        this.signature = webhookSecret.map(WebhookSignature::new);
        this.clocks = List.of(clock, host);
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/payments/webhook", this::webhook);
    }

    private void webhook(Context ctx) {
        requireSignature(ctx);
        Fields body = Bodies.object(ctx);
        String paymentId = body.text("payment_id", 1, MAX_ID);
        Matcher reference = REFERENCE.matcher(body.text("reference", 1, MAX_ID));
        if (reference.matches()) {
            check(ctx, reference.group(1), new CheckPayment(reference.group(2), paymentId));
        }
        // A gateway repeats what is not acknowledged, and a payment that is none of ours will never be one.
        ctx.status(204);
    }

    private void check(Context ctx, String eventId, CheckPayment command) {
        commands.tell(
                Requests.plain(ctx, WEBHOOK, new Actor(ActorKind.SYSTEM, "gateway")),
                Topics.PAYMENT_COMMANDS,
                eventId,
                envelope -> new PaymentCommand(envelope, command));
    }

    private void requireSignature(Context ctx) {
        String header = ctx.header(WebhookSignature.HEADER);
        byte[] body = Bodies.bytes(ctx);
        if (signature.stream().noneMatch(it -> isTrue(it, header, body))) {
            throw Problem.of(401, "bad_signature", "The gateway's signature is missing, not true, or too old.")
                    .toException();
        }
    }

    private boolean isTrue(WebhookSignature secret, @Nullable String header, byte[] body) {
        return clocks.stream().anyMatch(clock -> secret.verify(header, body, clock.instant()));
    }
}
