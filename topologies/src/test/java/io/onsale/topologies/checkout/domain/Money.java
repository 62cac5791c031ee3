package io.onsale.topologies.checkout.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutEvent.AskedAgain;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderConfirmed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderEnded;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderPlaced;
import io.onsale.topologies.checkout.domain.CheckoutEvent.PaymentReturned;
import io.onsale.topologies.checkout.domain.CheckoutEvent.RefundFailed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.RefundSettled;
import io.onsale.topologies.checkout.domain.CheckoutEvent.StrayPayment;
import io.onsale.topologies.checkout.domain.CheckoutEvent.TicketsCancelled;
import io.onsale.topologies.show.domain.Concession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What orders, money and coupons must come to, counted from events alone by other arithmetic than checkout's. */
final class Money {

    /** One order's. */
    private static final class Account {

        private String fan = "";
        private boolean confirmed;
        private boolean ended;
        private long captured;
        private long refunded;
        private long kept;
        private final Map<String, Long> tickets = new HashMap<>();
        private final Map<String, String> reduced = new HashMap<>();
        private final Map<String, Long> pending = new HashMap<>();
        private final Map<String, Long> strays = new HashMap<>();
        private final Set<String> back = new HashSet<>();

        private long owed() {
            return sum(pending) + sum(strays);
        }

        private static long sum(Map<String, Long> amounts) {
            return amounts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final Map<String, Account> accounts = new HashMap<>();
    private final List<String> confirmed = new ArrayList<>();
    /** The last order of each hold. */
    private final Map<String, String> holds = new HashMap<>();

    private final Set<String> bought = new HashSet<>();
    private final Map<String, Integer> couponUses = new HashMap<>();
    private final Map<String, Integer> couponUsesOfFans = new HashMap<>();
    private final Map<String, Integer> concessions = new HashMap<>();
    private final Map<String, Booking> bookings = new HashMap<>();

    private Account account(String order) {
        return accounts.computeIfAbsent(order, id -> new Account());
    }

    void see(CheckoutEvent event) {
        if (event instanceof CheckoutEvent.OfOrder ofOrder) {
            Account account = account(ofOrder.orderId());
            see(account, ofOrder);
            balances(ofOrder.orderId(), account);
        }
    }

    private void see(Account account, CheckoutEvent.OfOrder event) {
        switch (event) {
            case OrderPlaced placed -> {
                assertThat(account.fan).as("placed once").isEmpty();
                account.fan = placed.booking().fanId();
                String before = holds.put(placed.booking().holdId(), placed.orderId());
                assertThat(before == null || account(before).ended)
                        .as("one order of a hold at a time")
                        .isTrue();
                bookings.put(placed.orderId(), placed.booking());
                use(placed.booking(), 1);
            }
            case OrderConfirmed confirmation -> {
                assertThat(account.confirmed || account.ended)
                        .as("confirmed twice, or ended")
                        .isFalse();
                assertThat(confirmation.captured())
                        .isEqualTo(confirmation.receipt().total());
                account.confirmed = true;
                assertThat(bought.add(Objects.requireNonNull(bookings.get(confirmation.orderId()))
                                .holdId()))
                        .as("a hold is bought once")
                        .isTrue();
                confirmed.add(confirmation.orderId());
                account.captured += confirmation.captured();
                confirmation.receipt().lines().forEach(line -> {
                    assertThat(line.price()).isBetween(0L, line.listPrice());
                    account.tickets.put(line.ticketId(), line.price() + line.fee());
                    if (line.concession() != null) {
                        account.reduced.put(line.ticketId(), line.concession());
                    }
                });
            }
            case OrderEnded ended -> {
                assertThat(account.confirmed || account.ended)
                        .as("ended twice, or confirmed")
                        .isFalse();
                account.ended = true;
                Booking booking = Objects.requireNonNull(bookings.get(ended.orderId()));
                use(booking, -1);
            }
            case TicketsCancelled cancelled -> {
                assertThat(account.confirmed).isTrue();
                assertThat(account.pending.put(cancelled.refundId(), cancelled.refund()))
                        .as("a refund of its own")
                        .isNull();
                account.kept += cancelled.fee();
                cancelled
                        .ticketIds()
                        .forEach(ticket -> assertThat(account.tickets.remove(ticket))
                                .as("a valid ticket")
                                .isNotNull());
                assertThat(cancelled.left()).isEqualTo(account.tickets.size());
                cancelled.ticketIds().stream()
                        .map(account.reduced::get)
                        .filter(Objects::nonNull)
                        .forEach(code -> concessions.merge(code, -1, Integer::sum));
            }
            case RefundSettled settled -> {
                assertThat(account.pending.remove(settled.refundId())).isEqualTo(settled.amount());
                account.refunded += settled.amount();
            }
            case StrayPayment stray -> {
                if (stray.captured()) {
                    account.captured += stray.amount();
                    assertThat(account.strays.put(stray.paymentId(), stray.amount()))
                            .as("a stray payment is taken once")
                            .isNull();
                    assertThat(account.back).doesNotContain(stray.paymentId());
                }
            }
            case PaymentReturned returned -> {
                if (returned.captured()) {
                    assertThat(account.strays.remove(returned.paymentId())).isEqualTo(returned.amount());
                    account.back.add(returned.paymentId());
                    account.refunded += returned.amount();
                }
            }
            case RefundFailed failed ->
                assertThat(account.pending.containsKey(failed.refundId()) || !account.strays.isEmpty())
                        .as("what has failed is still owed")
                        .isTrue();
            case AskedAgain asked -> {}
            default ->
                assertThat(account.ended)
                        .as("nothing else of an ended order: " + event)
                        .isFalse();
        }
    }

    private static void balances(String order, Account account) {
        assertThat(account.captured - account.refunded - account.owed())
                .as("captured − refunded − refunds pending of " + order)
                .isEqualTo(Account.sum(account.tickets) + account.kept);
    }

    private void use(Booking booking, int times) {
        booking.concessions()
                .forEach(claim -> concessions.merge(
                        claim.code(), times * (claim.seatIds().size() + claim.quantity()), Integer::sum));
        if (booking.coupon() != null) {
            couponUses.merge(booking.coupon(), times, Integer::sum);
            couponUsesOfFans.merge(booking.coupon() + "|" + booking.fanId(), times, Integer::sum);
        }
    }

    /** What checkout counts is what happened, and within the coupon's bounds. */
    void agreesWith(IssuedCoupon issued) {
        Coupon coupon = issued.coupon();
        assertThat(issued.used())
                .isEqualTo(couponUses.getOrDefault(coupon.code(), 0))
                .isBetween(0, coupon.uses());
        couponUsesOfFans.forEach((key, uses) -> {
            if (key.startsWith(coupon.code() + "|")) {
                assertThat(uses).isBetween(0, coupon.usesPerFan());
            }
        });
    }

    /** What checkout counts of a concession is what happened, and within its quota. */
    void agreesWith(Concession concession, int tickets) {
        assertThat(tickets).isEqualTo(concessions.getOrDefault(concession.code(), 0));
        assertThat(concession.suffices(tickets)).isTrue();
    }

    /** An order that was confirmed, whatever became of it; or null while there is none. */
    @Nullable
    String anyConfirmed(Random random) {
        return confirmed.isEmpty() ? null : confirmed.get(random.nextInt(confirmed.size()));
    }

    long refunded() {
        return accounts.values().stream()
                .filter(account -> account.confirmed && account.refunded > 0)
                .count();
    }

    long confirmed() {
        return confirmed.size();
    }

    long ended() {
        return accounts.values().stream().filter(account -> account.ended).count();
    }

    long strays() {
        return accounts.values().stream()
                .filter(account -> !account.strays.isEmpty() || !account.back.isEmpty())
                .count();
    }
}
