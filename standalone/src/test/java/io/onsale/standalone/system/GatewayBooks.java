package io.onsale.standalone.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The gateway's own account of the money: its journal, of which the last line of a payment says how that stands. */
record GatewayBooks(Map<String, JsonNode> payments) {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Money is promised, or may yet be. */
    private static final Set<String> OPEN = Set.of("PENDING", "AUTHORISED");

    static GatewayBooks of(Path journal) {
        Map<String, JsonNode> payments = new HashMap<>();
        try {
            for (String line : Files.readAllLines(journal)) {
                JsonNode payment = JSON.readTree(line).path("data").path("payment");
                if (payment.isObject()) {
                    payments.put(payment.path("payment_id").asText(), payment);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GatewayBooks(payments);
    }

    /** What it has taken and not given back, by event and order; nothing is left out but noughts. */
    Map<String, Long> kept() {
        Map<String, Long> kept = new TreeMap<>();
        for (JsonNode payment : payments.values()) {
            long back = 0;
            for (JsonNode refund : payment.path("refunds")) {
                back += refund.path("amount").asLong();
            }
            kept.merge(
                    payment.path("reference").asText(), payment.path("captured").asLong() - back, Long::sum);
        }
        kept.values().removeIf(amount -> amount == 0);
        return kept;
    }

    /** Payments of which more may come. */
    List<String> open() {
        return payments.values().stream()
                .filter(payment -> OPEN.contains(payment.path("standing").asText()))
                .map(JsonNode::toString)
                .toList();
    }
}
