package io.onsale.topologies.checkout;

import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.CheckoutReply;
import io.onsale.schemas.checkout.WakeOrder;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.checkout.domain.CheckoutBooks;
import io.onsale.topologies.checkout.domain.CheckoutDecider;
import io.onsale.topologies.checkout.domain.CheckoutView;
import io.onsale.topologies.checkout.domain.Happening;
import io.onsale.topologies.checkout.domain.Order;
import io.onsale.topologies.kit.Alarms;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.DeciderIo;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.kit.StoreTable;
import io.onsale.topologies.kit.Sweep;
import io.onsale.topologies.kit.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checkout as a topology: the package's manual says what it decides. */
public final class CheckoutTopology
        implements DeciderTopology<
                CheckoutCommand,
                CheckoutEvent,
                CheckoutReply,
                CheckoutView,
                io.onsale.topologies.checkout.domain.CheckoutCommand,
                Happening> {

    private final CheckoutMapping mapping = new CheckoutMapping();
    private final Codes codes;

    public CheckoutTopology(ProcessKey key) {
        this.codes = new Codes(key);
    }

    @Override
    public DeciderIo<CheckoutCommand, CheckoutEvent, CheckoutReply> io() {
        return CheckoutIo.IO;
    }

    @Override
    public CheckoutMapping protocol() {
        return mapping;
    }

    @Override
    public Optional<CheckoutMapping> answers() {
        return Optional.of(mapping);
    }

    @Override
    public CheckoutDecider decider() {
        return new CheckoutDecider(this::expectedProof);
    }

    private byte[] expectedProof(String orderId, int attempt) {
        return codes.proof(CodePurpose.ORDER, orderId, codes.code(CodePurpose.ORDER, orderId, attempt));
    }

    @Override
    public List<RowKind<?>> rows() {
        return CheckoutRows.ALL;
    }

    @Override
    public Opened<CheckoutCommand, CheckoutView, Happening> open(Tables tables) {
        StoreTable<Order> orders = tables.of(CheckoutRows.ORDERS);
        CheckoutBooks books = new CheckoutBooks(new CheckoutBooks.Tables(
                tables.of(CheckoutRows.SALES),
                orders,
                tables.of(CheckoutRows.HOLDS),
                tables.of(CheckoutRows.COUPONS),
                tables.of(CheckoutRows.COUPON_USES),
                tables.of(CheckoutRows.CONCESSION_TICKETS)));
        List<Sweep<?>> sweeps = List.of(new Sweep<>(orders, books::forgotten, books::swept));
        return new Opened<>(books, now -> alarms(books, now), sweeps);
    }

    private static List<Alarms.Alarm<CheckoutCommand>> alarms(CheckoutBooks books, Instant now) {
        return books.earliestDue(now).entrySet().stream()
                .map(due -> new Alarms.Alarm<>(due.getKey(), wake(due.getValue(), now)))
                .toList();
    }

    private static CheckoutCommand wake(String order, Instant now) {
        return new CheckoutCommand(CommonMapping.fromTimer(CheckoutIo.IO.name(), now), new WakeOrder(order));
    }
}
