package io.onsale.standalone.audit.rules;

import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Section;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.checkout.CouponDefined;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.OrderPriced;
import io.onsale.schemas.checkout.Receipt;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.checkout.TermsChanged;
import io.onsale.schemas.inventory.HeldArea;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.ShowChanged;
import io.onsale.schemas.inventory.ShowOpened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every price shown equals its receipt recomputed: a hold's from the event's list prices, an order's from the hold's prices, its concessions and its
 * coupon.
 */
public final class ReceiptPrices implements Rule {

    /** What an order says it costs, to be compared with its hold once both are read. */
    private record Charged(Logged logged, String order, String hold, List<Long> listPrices) {}

    private final Map<String, EventDefinition> sold = new HashMap<>();
    private final Map<String, EventDefinition> terms = new HashMap<>();
    private final Map<CouponKey, Coupon> coupons = new HashMap<>();
    /** By order: its coupon as it was when the order was placed. */
    private final Map<String, Coupon> redeemed = new HashMap<>();

    private final Map<String, List<Long>> held = new HashMap<>();
    private final Map<String, String> holds = new HashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final List<Charged> charged = new ArrayList<>();
    private long checked;

    @Override
    public Check check() {
        return Check.RECEIPTS;
    }

    @Override
    public List<Finding> see(Logged logged) {
        return switch (logged.value()) {
            case InventoryEvent event -> inventory(logged, event.getBody());
            case CheckoutEvent event -> checkout(logged, event.getBody());
            default -> List.of();
        };
    }

    private List<Finding> inventory(Logged logged, Object body) {
        return switch (body) {
            case ShowOpened opened -> {
                sold.put(logged.key(), opened.getDefinition());
                yield List.of();
            }
            case ShowChanged changed -> {
                sold.put(logged.key(), changed.getDefinition());
                yield List.of();
            }
            case SeatsHeld hold -> held(logged, hold);
            default -> List.of();
        };
    }

    private List<Finding> held(Logged logged, SeatsHeld hold) {
        checked++;
        List<Long> prices = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        EventDefinition definition = sold.get(logged.key());
        for (PricedSeat seat : hold.getSeats()) {
            prices.add(seat.getPrice());
            listPrice(definition, seat.getSection(), seat.getPrice()).ifPresent(wrong::add);
        }
        for (HeldArea area : hold.getAreas()) {
            prices.addAll(Collections.nCopies(area.getQuantity(), area.getPrice()));
            listPrice(definition, area.getSection(), area.getPrice()).ifPresent(wrong::add);
        }
        Collections.sort(prices);
        this.held.put(hold.getHoldId(), prices);
        long fees = hold.getFeePerTicket() * prices.size();
        long total = sum(prices) + fees;
        if (hold.getFees() != fees || hold.getTotal() != total) {
            wrong.add("a hold costs %d with fees of %d where its places come to %d with %d"
                    .formatted(hold.getTotal(), hold.getFees(), total, fees));
        }
        return findings(logged, Ids.HOLD, hold.getHoldId(), wrong);
    }

    private static Optional<String> listPrice(@Nullable EventDefinition definition, String section, long price) {
        Optional<Long> list = Optional.ofNullable(definition).stream()
                .flatMap(event -> event.getSections().stream())
                .filter(each -> each.getName().equals(section))
                .map(Section::getPrice)
                .findFirst();
        return list.filter(due -> due == price).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "a place in %s costs %d where the list says %s".formatted(section, price, list.orElse(null)));
    }

    private List<Finding> checkout(Logged logged, Object body) {
        switch (body) {
            case TermsChanged changed -> terms.put(logged.key(), changed.getDefinition());
            case CouponDefined defined ->
                coupons.put(new CouponKey(logged.key(), defined.getCoupon().getCode()), defined.getCoupon());
            case OrderPlaced placed -> {
                holds.put(placed.getOrderId(), placed.getHoldId());
                Optional.ofNullable(placed.getCouponTerms())
                        .ifPresent(coupon -> redeemed.put(placed.getOrderId(), coupon));
            }
            case OrderPriced priced -> {
                return priced(logged, priced);
            }
            case OrderConfirmed confirmed -> {
                return confirmed(logged, confirmed);
            }
            default -> {
                // Nothing else has a price.
            }
        }
        return List.of();
    }

    private List<Finding> priced(Logged logged, OrderPriced priced) {
        checked++;
        String order = priced.getOrderId();
        Receipt receipt = priced.getReceipt();
        receipts.put(order, receipt);
        List<Long> prices = new ArrayList<>(
                receipt.getLines().stream().map(ReceiptLine::getListPrice).toList());
        Collections.sort(prices);
        charged.add(new Charged(logged, order, holds.getOrDefault(order, "none"), prices));
        ReceiptCheck check = new ReceiptCheck(concessions(logged.key()), coupon(logged.key(), order, receipt));
        return findings(logged, Ids.ORDER, order, check.complaints(receipt));
    }

    /** As the order was placed with it; before that was written down, as its code stands. */
    private Optional<Coupon> coupon(String event, String order, Receipt receipt) {
        String code = receipt.getCoupon();
        Coupon own = redeemed.get(order);
        if (code == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                own != null && own.getCode().equals(code) ? own : coupons.get(new CouponKey(event, code)));
    }

    private List<Finding> confirmed(Logged logged, OrderConfirmed confirmed) {
        return Objects.equals(receipts.get(confirmed.getOrderId()), confirmed.getReceipt())
                ? List.of()
                : findings(
                        logged,
                        Ids.ORDER,
                        confirmed.getOrderId(),
                        List.of("an order is confirmed by another receipt than it was given"));
    }

    private Map<String, Integer> concessions(String event) {
        EventDefinition definition = terms.get(event);
        Map<String, Integer> percents = new HashMap<>();
        if (definition != null) {
            for (Concession concession : definition.getConcessions()) {
                percents.put(concession.getCode(), concession.getPercent());
            }
        }
        return percents;
    }

    /** Orders and holds are of two topics, of which either may be read first. */
    @Override
    public List<Finding> end(Instant now) {
        return charged.stream()
                .filter(order -> !order.listPrices().equals(held.get(order.hold())))
                .map(order -> Finding.at(
                        order.logged(),
                        Check.RECEIPTS,
                        "an order's list prices are not its hold's",
                        Ids.of(Ids.ORDER, order.order(), Ids.HOLD, order.hold())))
                .toList();
    }

    private static List<Finding> findings(Logged logged, String name, String id, List<String> wrong) {
        return wrong.stream()
                .map(what -> Finding.at(logged, Check.RECEIPTS, what, Ids.of(Ids.EVENT, logged.key(), name, id)))
                .toList();
    }

    private static long sum(List<Long> prices) {
        return prices.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public long checked() {
        return checked;
    }
}
