package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.views.reductions.CouponsView;
import io.onsale.edge.views.reductions.IssuedCoupon;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.bounds.EventBounds;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutReply;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.checkout.CouponDefined;
import io.onsale.schemas.checkout.CouponWithdrawn;
import io.onsale.schemas.checkout.DefineCoupon;
import io.onsale.schemas.checkout.WithdrawCoupon;
import io.onsale.schemas.common.Refusal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes by which an organizer makes orders cheaper. */
final class CouponRoutes implements Routes {

    private static final String DEFINE = "POST /api/events/{event_id}/coupons";
    private static final String WITHDRAW = "DELETE /api/events/{event_id}/coupons/{code}";
    private static final int PAGE = 100;
    private static final int MAX_USES = 1_000_000;
    private static final int MAX_USES_PER_FAN = 100;

    private final Callers callers;
    private final Commands commands;
    private final VersionHeaders versions;
    private final Shows shows;
    private final CouponsView coupons;

    CouponRoutes(Callers callers, Commands commands, VersionHeaders versions, Shows shows, CouponsView coupons) {
        this.callers = callers;
        this.commands = commands;
        this.versions = versions;
        this.shows = shows;
        this.coupons = coupons;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/events/{event_id}/coupons", this::define);
        routes.get("/api/events/{event_id}/coupons", this::list);
        routes.delete("/api/events/{event_id}/coupons/{code}", this::withdraw);
    }

    private void list(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER, Role.OPERATOR);
        String eventId = Params.id(ctx, "event_id");
        shows.run(caller, eventId);
        List<IssuedCoupon> found =
                coupons.of(eventId, Params.optional(ctx, "cursor", EventBounds.COUPON_CODE_LENGTH), PAGE + 1);
        List<IssuedCoupon> page = found.subList(0, Math.min(PAGE, found.size()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("coupons", page.stream().map(CouponRoutes::json).toList());
        if (page.size() < found.size()) {
            answer.put("next_cursor", page.getLast().coupon().getCode());
        }
        Json.answer(ctx, 200, answer);
    }

    private void withdraw(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER, Role.OPERATOR);
        String eventId = EventIds.require(Params.id(ctx, "event_id"));
        String code = Params.id(ctx, "code");
        @Nullable String organizer = caller.role() == Role.OPERATOR ? null : caller.accountId();
        CheckoutReply reply = commands.ask(
                Requests.plain(ctx, WITHDRAW, caller.actor()),
                Exchange.CHECKOUT,
                eventId,
                envelope -> new CheckoutCommand(envelope, new WithdrawCoupon(organizer, code)));
        versions.answer(ctx, new Version(Domain.CHECKOUT, eventId, reply.getSequence()));
        switch (reply.getOutcome()) {
            case CouponWithdrawn withdrawn -> ctx.status(204);
            case Refusal refusal -> throw refused(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    /** An order names a coupon; here it is what the call is about. */
    private static ProblemException refused(Refusal refusal) {
        return refusal.getCode().equals("unknown_coupon")
                ? Problem.of(404, refusal.getCode(), refusal.getDetail()).toException()
                : Refusals.of(refusal);
    }

    private void define(Context ctx) {
        Caller caller = callers.require(ctx, Role.ORGANIZER);
        String eventId = EventIds.require(Params.id(ctx, "event_id"));
        Fields body = Bodies.object(ctx);
        DefineCoupon define = new DefineCoupon(caller.accountId(), coupon(body));
        CheckoutReply reply = commands.ask(
                Requests.creating(ctx, DEFINE, caller.actor(), body.canonical()),
                Exchange.CHECKOUT,
                eventId,
                envelope -> new CheckoutCommand(envelope, define));
        versions.answer(ctx, new Version(Domain.CHECKOUT, eventId, reply.getSequence()));
        switch (reply.getOutcome()) {
            case CouponDefined defined -> Json.answer(ctx, 201, json(defined.getCoupon()));
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private static Coupon coupon(Fields body) {
        if (body.has("percent") && body.has("amount")) {
            throw body.invalid("amount", "has to be left out where percent is given");
        }
        if (!body.has("percent") && !body.has("amount")) {
            throw body.invalid("percent", "has to be given, or else amount");
        }
        Instant from = body.has("valid_from") ? body.instant("valid_from") : Instant.EPOCH;
        Instant until = body.instant("valid_until");
        if (!from.isBefore(until)) {
            throw body.invalid("valid_until", "has to be after valid_from");
        }
        return Coupon.newBuilder()
                .setCode(body.text("code", 1, EventBounds.COUPON_CODE_LENGTH))
                .setPercent((int) body.number("percent", 1, 100, 0))
                .setAmount(body.number("amount", 1, EventBounds.HIGHEST_PRICE, 0))
                .setUses((int) body.number("uses", 1, MAX_USES))
                .setUsesPerFan((int) body.number("uses_per_fan", 1, MAX_USES_PER_FAN, 1))
                .setValidFrom(from)
                .setValidUntil(until)
                .setCombinable(body.flag("combinable"))
                .build();
    }

    private static Map<String, Object> json(IssuedCoupon issued) {
        Map<String, Object> json = json(issued.coupon());
        json.put("used", issued.used());
        json.put("left", issued.left());
        json.put("withdrawn", issued.withdrawn());
        return json;
    }

    private static Map<String, Object> json(Coupon coupon) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", coupon.getCode());
        if (coupon.getPercent() > 0) {
            json.put("percent", coupon.getPercent());
        } else {
            json.put("amount", coupon.getAmount());
        }
        json.put("uses", coupon.getUses());
        json.put("uses_per_fan", coupon.getUsesPerFan());
        json.put("valid_from", coupon.getValidFrom().toString());
        json.put("valid_until", coupon.getValidUntil().toString());
        json.put("combinable", coupon.getCombinable());
        return json;
    }
}
