package io.onsale.topologies.checkout.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order costs and why, locked.
 *
 * @param total all prices and fees
 */
public record Receipt(
        String currency,
        String ruleVersion,
        List<ReceiptLine> lines,
        @Nullable String coupon,
        long fees,
        long total) {

    /** The rule by which {@link Receipts} makes one. */
    public static final String RULE = "receipt-1";

    public Receipt {
        lines = List.copyOf(lines);
    }

    static Receipt of(String currency, List<ReceiptLine> lines, @Nullable String coupon) {
        long fees = lines.stream().mapToLong(ReceiptLine::fee).reduce(0, Math::addExact);
        long total = lines.stream().mapToLong(ReceiptLine::paid).reduce(0, Math::addExact);
        return new Receipt(currency, RULE, lines, coupon, fees, total);
    }
}
