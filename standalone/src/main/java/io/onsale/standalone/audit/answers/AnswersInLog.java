package io.onsale.standalone.audit.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.standalone.audit.rules.Check;
import io.onsale.standalone.audit.rules.Finding;
import io.onsale.standalone.audit.rules.Ids;
import io.onsale.standalone.audit.rules.Logged;
import io.onsale.standalone.audit.rules.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Everything clients were told is in the log, and reads there as they were told it. */
public final class AnswersInLog implements Rule {

    private final Map<Fact, List<Answer>> promised = new LinkedHashMap<>();
    private final List<Finding> told = new ArrayList<>();
    private final long checked;

    public AnswersInLog(List<Answer> answers) {
        SameAnswers same = new SameAnswers();
        for (Answer answer : answers) {
            told.addAll(same.see(answer));
            for (Fact fact : Fact.promisedBy(answer)) {
                promised.computeIfAbsent(fact, key -> new ArrayList<>()).add(answer);
            }
        }
        checked = answers.size();
    }

    @Override
    public Check check() {
        return Check.ANSWERS;
    }

    @Override
    public List<Finding> see(Logged logged) {
        List<Answer> answers = Fact.statedBy(logged).stream()
                .flatMap(fact -> promised.getOrDefault(fact, List.of()).stream())
                .toList();
        Fact.statedBy(logged).forEach(promised::remove);
        return switch (Fact.body(logged)) {
            case SeatsHeld held ->
                answers.stream()
                        .flatMap(answer -> compare(logged, held, answer).stream())
                        .toList();
            case OrderConfirmed confirmed ->
                answers.stream()
                        .flatMap(answer -> compare(logged, confirmed, answer).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static List<Finding> compare(Logged logged, OrderConfirmed confirmed, Answer answer) {
        List<Finding> findings = new ArrayList<>();
        Differences differences = new Differences("an order", Ids.ORDER, logged, answer, findings);
        differences.check("show", logged.key(), answer.eventId());
        differences.check("fan", confirmed.getFanId(), answer.fan());
        differences.check("booking number", confirmed.getBookingNumber(), answer.told("booking_number"));
        differences.check(
                "total", confirmed.getCaptured(), answer.told().path("total").asLong(Long.MIN_VALUE));
        return findings;
    }

    private static List<Finding> compare(Logged logged, SeatsHeld held, Answer answer) {
        List<Finding> findings = new ArrayList<>();
        Differences differences = new Differences("a hold", Ids.HOLD, logged, answer, findings);
        differences.check("show", logged.key(), answer.eventId());
        differences.check("fan", held.getFanId(), answer.fan());
        differences.check("seats", seats(held), seats(answer));
        differences.check("currency", held.getCurrency(), answer.told("currency"));
        differences.check("total", held.getTotal(), answer.told().path("total").asLong(Long.MIN_VALUE));
        differences.check("deadline", held.getExpiresAt(), Instant.parse(answer.told("expires_at")));
        return findings;
    }

    private static Set<String> seats(SeatsHeld held) {
        return held.getSeats().stream().map(PricedSeat::getSeatId).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> seats(Answer answer) {
        return StreamSupport.stream(answer.told().path("seats").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What remains promised here is not in the log. */
    @Override
    public List<Finding> end(Instant now) {
        List<Finding> findings = new ArrayList<>(told);
        promised.forEach((fact, answers) -> findings.add(Finding.without(
                check(),
                "an accepted answer is not in the log: no %s".formatted(fact.event()),
                Ids.of(
                        "id",
                        fact.id(),
                        "route",
                        answers.getFirst().route(),
                        Ids.FAN,
                        answers.getFirst().fan()))));
        return findings;
    }

    @Override
    public long checked() {
        return checked;
    }

    /** Collects where something reads otherwise than it was answered. */
    private record Differences(String of, String name, Logged logged, Answer answer, List<Finding> findings) {
        private void check(String what, Object inLog, Object told) {
            if (!inLog.equals(told)) {
                findings.add(Finding.at(
                        logged,
                        Check.ANSWERS,
                        "the %s of %s is %s, but a fan was told %s".formatted(what, of, inLog, told),
                        Ids.of(
                                name,
                                answer.told(name.equals(Ids.HOLD) ? "reservation_id" : name),
                                Ids.FAN,
                                answer.fan())));
            }
        }
    }
}
