package io.onsale.edge.routes;

import io.onsale.edge.views.seats.Days;
import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.checkout.ReceiptLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tickets of an order as their fan is told of them: which places, when they are entered, and how their prices came about.
 *
 * @param event nothing where it is not in view
 */
record TicketJson(Optional<EventDefinition> event, String performanceId) {

    List<Map<String, Object>> of(List<ReceiptLine> lines) {
        return lines.stream().map(this::of).toList();
    }

    Map<String, Object> of(ReceiptLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ticket_id", line.getTicketId());
        json.put("section", line.getSection());
        Optional.ofNullable(line.getSeatId()).ifPresent(seat -> json.put("seat_id", seat));
        Optional.ofNullable(line.getRow()).ifPresent(row -> json.put("row", row));
        Optional.ofNullable(line.getNumber()).ifPresent(number -> json.put("number", number));
        Optional.ofNullable(line.getSlot()).ifPresent(slot -> json.put("slot", slot));
        Optional.ofNullable(line.getRow()).ifPresent(row -> json.put("attributes", attributes(line, row)));
        event.flatMap(it -> new Days(it).start(performanceId, line.getSection(), line.getSlot()))
                .ifPresent(start -> json.put("starts_at", start.toString()));
        json.put("grade", line.getGrade());
        json.put("list_price", line.getListPrice());
        Optional.ofNullable(line.getConcession()).ifPresent(code -> concession(json, code));
        json.put("concession_discount", line.getConcessionDiscount());
        json.put("coupon_discount", line.getCouponDiscount());
        json.put("price", line.getPrice());
        json.put("fee", line.getFee());
        return json;
    }

    private List<String> attributes(ReceiptLine line, String row) {
        return event.map(it -> Shows.attributes(it, line.getSection(), row, line.getNumber()))
                .orElse(List.of());
    }

    private void concession(Map<String, Object> json, String code) {
        json.put("concession", code);
        event.stream()
                .flatMap(it -> it.getConcessions().stream())
                .filter(concession -> concession.getCode().equals(code))
                .map(Concession::getLabel)
                .findFirst()
                .ifPresent(label -> json.put("concession_label", label));
    }
}
