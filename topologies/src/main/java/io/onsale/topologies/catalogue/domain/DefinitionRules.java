package io.onsale.topologies.catalogue.domain;

import io.onsale.schemas.bounds.EventBounds;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Billing;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Terms;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an event must be like to be in the catalogue. */
final class DefinitionRules {

    /** Of what is no money, such as metals, "no currency" and the code for tests, nobody knows the minor unit. */
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final SeatingRules seating = new SeatingRules();

    /** Why this definition of a new event is refused, or null where it is not. */
    @Nullable
    Refusal judge(ShowDefinition definition) {
        return judge(definition, null);
    }

    /**
     * Why this definition is refused, or null where it is not.
     *
     * @param before what the event is like now, if there is one: of what it keeps nothing is asked that was not asked before
     */
    @Nullable
    Refusal judge(ShowDefinition definition, @Nullable ShowDefinition before) {
        Problems problems = new Problems();
        billing(definition.billing(), problems);
        terms(definition.terms(), problems);
        sells(definition, before, problems);
        performances(definition.performances(), problems);
        toldApart(definition.performances(), before, problems);
        seating.check(definition.sections(), problems);
        CompanionRules.check(definition, before, problems);
        EntryRules.check(definition, before, problems);
        ConditionRules.check(definition, before, problems);
        WaitingRoomRules.check(definition, before, problems);
        seatsToSell(definition, problems);
        return problems.refusal();
    }

    private static void billing(Billing billing, Problems problems) {
        problems.checkText(billing.title(), 1, EventBounds.TITLE_LENGTH, "title");
        problems.checkText(billing.description(), 0, EventBounds.DESCRIPTION_LENGTH, "description");
        problems.checkName(billing.category(), "category");
        problems.checkName(billing.region(), "region");
        problems.checkWithin(billing.ageLimit(), 0, EventBounds.HIGHEST_AGE_LIMIT, "age_limit");
        problems.checkName(billing.organizerId(), "organizer_id");
        problems.checkText(billing.venue(), 0, EventBounds.VENUE_LENGTH, "venue");
        problems.checkText(billing.bannerUrl(), 0, EventBounds.URL_LENGTH, "banner_url");
    }

    private static void terms(Terms terms, Problems problems) {
        problems.check(
                CURRENCIES.contains(terms.currency()),
                "currency",
                "must be a currency of ISO 4217, such as KRW or EUR");
        problems.checkWithin(terms.ticketLimit(), 1, EventBounds.MOST_TICKETS, "ticket_limit");
        problems.checkWithin(
                terms.holdSeconds(),
                EventBounds.SHORTEST_HOLD_SECONDS,
                EventBounds.LONGEST_HOLD_SECONDS,
                "hold_seconds");
        problems.checkWithin(terms.feePerTicket(), 0, EventBounds.HIGHEST_FEE, "fee_per_ticket");
        Instant end = terms.saleEndsAt();
        problems.check(end == null || end.isAfter(terms.onSaleAt()), "sale_ends_at", "must be after on_sale_at");
    }

    /** A sale that begins when everything is over sells nothing. */
    private static void sells(ShowDefinition definition, @Nullable ShowDefinition before, Problems problems) {
        Instant begins = definition.terms().onSaleAt();
        boolean kept = before != null
                && before.terms().onSaleAt().equals(begins)
                && before.lastStart().equals(definition.lastStart());
        problems.check(
                kept || begins.isBefore(definition.lastStart()),
                "on_sale_at",
                "must be before the last performance begins");
    }

    /** Whoever chooses between two dates at one instant has nothing but their labels to go by. */
    private static void toldApart(List<Performance> performances, @Nullable ShowDefinition before, Problems problems) {
        if (before != null && before.performances().equals(performances)) {
            return;
        }
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < performances.size(); i++) {
            Performance performance = performances.get(i);
            problems.check(
                    seen.add(List.of(performance.startsAt(), performance.label())),
                    "performances[" + i + "].label",
                    "must tell it from the other performance at the same instant");
        }
    }

    /** Whoever shows or sells the event keeps something for each seat in each performance. */
    private static void seatsToSell(ShowDefinition definition, Problems problems) {
        long seats = definition.sections().stream().mapToLong(Section::places).sum();
        problems.check(
                seats * definition.performances().size() <= EventBounds.MOST_SEATS_TO_SELL,
                "performances",
                "must sell at most " + EventBounds.MOST_SEATS_TO_SELL + " seats together");
    }

    private static void performances(List<Performance> performances, Problems problems) {
        problems.check(
                !performances.isEmpty() && performances.size() <= EventBounds.MOST_PERFORMANCES,
                "performances",
                "must be 1 to " + EventBounds.MOST_PERFORMANCES);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < performances.size(); i++) {
            Performance performance = performances.get(i);
            String field = "performances[" + i + "].";
            problems.checkName(performance.id(), field + "performance_id");
            problems.check(ids.add(performance.id()), field + "performance_id", "must be its own");
            problems.checkWithin(performance.round(), 1, EventBounds.MOST_ROUNDS, field + "round");
            problems.checkText(performance.label(), 0, EventBounds.NAME_LENGTH, field + "label");
        }
    }
}
