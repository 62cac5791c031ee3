package io.onsale.payments.simulator.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.payments.simulator.api.Call;
import io.onsale.payments.simulator.api.Company;
import io.onsale.payments.simulator.api.Reply;
import io.onsale.payments.simulator.api.Wrong;
import io.onsale.payments.simulator.gateway.Ledger.Done;
import io.onsale.payments.simulator.gateway.Ledger.Note;
import io.onsale.payments.simulator.journal.Journal;
import io.onsale.payments.simulator.work.Later;
import io.onsale.payments.simulator.work.Locks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The simulated gateway's API. */
public final class GatewayCompany implements Company, AutoCloseable {

    private static final String PAYMENTS = "payments";

    private final Ledger ledger;
    private final Behaviour behaviour;
    private final Later later;
    private final Locks locks = new Locks();
    private final Optional<WebhookSender> sender;

    /** Opens for business, and goes on with what was unfinished. */
    public GatewayCompany(
            Journal journal,
            Optional<WebhookTarget> webhooks,
            Behaviour behaviour,
            Later later,
            Unfinished unfinished) {
        this.ledger = new Ledger(journal);
        this.behaviour = behaviour;
        this.later = later;
        this.sender = webhooks.map(target -> new WebhookSender(target, behaviour, later));
        unfinished.late().forEach(this::approveLater);
        unfinished.notes().forEach(this::tell);
    }

    @Override
    public Reply answer(Call call) throws InterruptedException {
        if (call.is("GET", PAYMENTS)) {
            String reference = call.query().getOrDefault("reference", "");
            return new Reply(
                    200, GatewayJson.payment(ledger.byReference(reference).orElseThrow(Wrong::notFound)));
        }
        if (call.is("GET", PAYMENTS, "*")) {
            return new Reply(200, GatewayJson.payment(held(call)));
        }
        if (call.is("POST", PAYMENTS)) {
            return begin(call);
        }
        if (call.is("POST", PAYMENTS, "*", "deposit")) {
            return deposit(call);
        }
        if (call.is("POST", PAYMENTS, "*", "refunds")) {
            return refund(call);
        }
        return change(call, Optional.empty(), rule(call));
    }

    private static UnaryOperator<Held> rule(Call call) {
        if (call.is("POST", PAYMENTS, "*", "challenge")) {
            String code = Call.text(call.object(), "code");
            return held -> GatewayRules.answer(held, code);
        }
        if (call.is("POST", PAYMENTS, "*", "capture")) {
            ObjectNode body = call.object();
            long amount = Call.positive(body, "amount");
            String currency = Call.text(body, "currency");
            return held -> GatewayRules.capture(held, amount, currency);
        }
        if (call.is("POST", PAYMENTS, "*", "void")) {
            return GatewayRules::release;
        }
        throw Wrong.notFound();
    }

    private Reply begin(Call call) throws InterruptedException {
        Wanted wanted = Wanted.of(call.object());
        Reply reply = once(call, wanted.reference(), Optional.empty(), 201, () -> {
            ledger.byReference(wanted.reference())
                    .filter(held -> !held.standing().isOver())
                    .ifPresent(held -> {
                        throw Wrong.because(409, "reference_in_use", "there is a payment with this reference");
                    });
            String id = "pay_" + UUID.randomUUID();
            return GatewayRules.begin(wanted, id, Instant.now(), behaviour.late());
        });
        if (wanted.token().filter(GatewayRules.TIMEOUT::equals).isPresent()) {
            later.await(behaviour.slow());
        }
        return reply;
    }

    private Reply refund(Call call) {
        ObjectNode body = call.object();
        Held.Repaid refund = new Held.Repaid(Call.text(body, "refund_id"), Call.positive(body, "amount"));
        String currency = Call.text(body, "currency");
        return change(call, Optional.of(refund.refundId()), held -> GatewayRules.refund(held, refund, currency));
    }

    /** The bank's, not the customer's: it needs no idempotency key, because a second deposit is refused. */
    private Reply deposit(Call call) {
        long amount = Call.positive(call.object(), "amount");
        return locks.holding(held(call).reference(), () -> {
            Held paid = GatewayRules.deposit(held(call), amount, Instant.now());
            keep(paid, Optional.empty(), Optional.empty(), true);
            return new Reply(200, GatewayJson.payment(paid));
        });
    }

    private Reply change(Call call, Optional<String> refundId, UnaryOperator<Held> rule) {
        String reference = held(call).reference();
        return once(call, reference, refundId, refundId.isPresent() ? 201 : 200, () -> rule.apply(held(call)));
    }

    /** Does what a request asks for, unless that was done before: then it is answered as it was then. */
    private Reply once(Call call, String reference, Optional<String> refundId, int status, Judgement judgement) {
        String key = call.idempotencyKey()
                .orElseThrow(() -> Wrong.because(400, "idempotency_key_required", "there is no Idempotency-Key"));
        return locks.holding(reference, () -> {
            Optional<Done> before = ledger.byIdempotencyKey(key);
            if (before.isPresent()) {
                return again(call, before.get());
            }
            Held held = judgement.judge();
            Done done = new Done(call.digest(), status, refundId, held);
            keep(held, Optional.of(key), Optional.of(done), isUntold(call));
            if (held.standing() == Standing.PENDING) {
                approveLater(held);
            }
            return GatewayJson.reply(done);
        });
    }

    /** What a request comes to, while nobody else changes the payment. */
    private interface Judgement {
        Held judge();
    }

    private static Reply again(Call call, Done before) {
        if (!before.digest().equals(call.digest())) {
            throw Wrong.because(409, "idempotency_conflict", "another request had this Idempotency-Key");
        }
        return GatewayJson.reply(before);
    }

    /** Whether the caller will have hung up before the answer. */
    private static boolean isUntold(Call call) {
        return call.is("POST", PAYMENTS)
                && Call.optionalText(call.object(), "token")
                        .filter(GatewayRules.TIMEOUT::equals)
                        .isPresent();
    }

    private void approveLater(Held held) {
        long at = held.approvesAt() == null ? 0 : held.approvesAt();
        Duration delay = Duration.ofMillis(Math.max(0, at - System.currentTimeMillis()));
        later.after(
                delay,
                () -> locks.holding(held.reference(), () -> {
                    Optional<Held> approved = ledger.byId(held.paymentId()).flatMap(GatewayRules::approveLate);
                    approved.ifPresent(it -> keep(it, Optional.empty(), Optional.empty(), true));
                    return approved;
                }));
    }

    private void keep(Held held, Optional<String> key, Optional<Done> done, boolean untold) {
        Optional<Note> note = sender.isPresent() && (untold || behaviour.tellsAll())
                ? Optional.of(GatewayJson.note(held))
                : Optional.empty();
        ledger.keep(held, key, done, note);
        note.ifPresent(this::tell);
    }

    private void tell(Note note) {
        sender.ifPresent(it -> it.send(note.body(), () -> ledger.delivered(note)));
    }

    private Held held(Call call) {
        String id = call.path().size() > 1 ? call.path().get(1) : "";
        return ledger.byId(id).orElseThrow(Wrong::notFound);
    }

    @Override
    public void close() {
        sender.ifPresent(WebhookSender::close);
    }
}
