package io.onsale.topologies.checkout;

import io.onsale.schemas.checkout.OrderPriced;
import io.onsale.topologies.checkout.domain.Priced;
import io.onsale.topologies.checkout.domain.Receipt;
import io.onsale.topologies.checkout.domain.ReceiptLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A receipt between Avro and the domain. */
final class ReceiptMapping {

    private ReceiptMapping() {}

    static OrderPriced toAvro(String orderId, String fanId, Priced priced) {
        return new OrderPriced(orderId, fanId, priced.performanceId(), toAvro(priced.receipt()), priced.payUntil());
    }

    static Priced fromAvro(OrderPriced priced, Instant heldUntil) {
        return new Priced(priced.getPerformanceId(), fromAvro(priced.getReceipt()), priced.getPayUntil(), heldUntil);
    }

    static io.onsale.schemas.checkout.Receipt toAvro(Receipt receipt) {
        return new io.onsale.schemas.checkout.Receipt(
                receipt.currency(),
                receipt.ruleVersion(),
                receipt.lines().stream().map(ReceiptMapping::line).toList(),
                receipt.coupon(),
                receipt.fees(),
                receipt.total());
    }

    private static Receipt fromAvro(io.onsale.schemas.checkout.Receipt receipt) {
        return new Receipt(
                receipt.getCurrency(),
                receipt.getRuleVersion(),
                receipt.getLines().stream().map(ReceiptMapping::line).toList(),
                receipt.getCoupon(),
                receipt.getFees(),
                receipt.getTotal());
    }

    private static io.onsale.schemas.checkout.ReceiptLine line(ReceiptLine line) {
        ReceiptLine.Seat seat = line.seat();
        return io.onsale.schemas.checkout.ReceiptLine.newBuilder()
                .setTicketId(line.ticketId())
                .setSection(line.section())
                .setSeatId(seat == null ? null : seat.id())
                .setRow(seat == null ? null : seat.row())
                .setNumber(seat == null ? null : seat.number())
                .setSlot(line.slot())
                .setGrade(line.grade())
                .setListPrice(line.listPrice())
                .setConcession(line.concession())
                .setConcessionDiscount(line.concessionDiscount())
                .setCouponDiscount(line.couponDiscount())
                .setPrice(line.price())
                .setFee(line.fee())
                .build();
    }

    private static ReceiptLine line(io.onsale.schemas.checkout.ReceiptLine line) {
        return new ReceiptLine(
                line.getTicketId(),
                line.getSection(),
                seat(line.getSeatId(), line.getRow(), line.getNumber()),
                line.getSlot(),
                line.getGrade(),
                line.getListPrice(),
                line.getConcession(),
                line.getConcessionDiscount(),
                line.getCouponDiscount(),
                line.getPrice(),
                line.getFee());
    }

    private static ReceiptLine.@Nullable Seat seat(
            @Nullable String id, @Nullable String row, @Nullable Integer number) {
        return id == null || row == null || number == null ? null : new ReceiptLine.Seat(id, row, number);
    }
}
