package io.onsale.standalone.audit.rules;

import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.checkout.Receipt;
import io.onsale.schemas.checkout.ReceiptLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes an order's receipt again.
 *
 * @param concessions percent off by code
 * @param coupon the one that the receipt names, where the organizer defined it
 */
record ReceiptCheck(Map<String, Integer> concessions, Optional<Coupon> coupon) {

    /** What is wrong with it. */
    List<String> complaints(Receipt receipt) {
        List<String> wrong = new ArrayList<>();
        if (receipt.getCoupon() != null && coupon.isEmpty()) {
            wrong.add("coupon " + receipt.getCoupon() + " was never defined");
        }
        int percent = coupon.map(Coupon::getPercent).orElse(0);
        long amountLeft = coupon.map(Coupon::getAmount).orElse(0L);
        long total = 0;
        long fees = 0;
        for (ReceiptLine line : receipt.getLines()) {
            long concession = concession(line, wrong);
            long remaining = line.getListPrice() - concession;
            long off = percent > 0 ? remaining * percent / 100 : Math.min(amountLeft, remaining);
            amountLeft -= percent > 0 ? 0 : off;
            if (line.getConcessionDiscount() != concession
                    || line.getCouponDiscount() != off
                    || line.getPrice() != remaining - off) {
                wrong.add("ticket %s costs %d where it should cost %d"
                        .formatted(line.getTicketId(), line.getPrice(), remaining - off));
            }
            fees += line.getFee();
            total += line.getPrice() + line.getFee();
        }
        if (receipt.getFees() != fees || receipt.getTotal() != total) {
            wrong.add("a receipt says %d with fees of %d where its lines come to %d with %d"
                    .formatted(receipt.getTotal(), receipt.getFees(), total, fees));
        }
        return wrong;
    }

    private long concession(ReceiptLine line, List<String> wrong) {
        if (line.getConcession() == null) {
            return 0;
        }
        Integer percent = concessions.get(line.getConcession());
        if (percent == null) {
            wrong.add("concession " + line.getConcession() + " does not exist");
            return 0;
        }
        return line.getListPrice() * percent / 100;
    }
}
