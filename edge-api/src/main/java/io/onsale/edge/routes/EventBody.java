package io.onsale.edge.routes;

import io.onsale.edge.http.Fields;
import io.onsale.schemas.bounds.EventBounds;
import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.Section;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An event as an organizer posts it, made into a definition. */
final class EventBody {

    private static final int DEFAULT_HOLD_SECONDS = 480;

    private EventBody() {}

    static EventDefinition read(Fields body, String organizerId) {
        Instant onSaleAt = body.instant("on_sale_at");
        List<Performance> performances = PerformancesBody.read(body);
        List<Section> sections = SectionsBody.read(body);
        refuseTooMuchToSell(body, performances, sections);
        EventDefinition definition = EventDefinition.newBuilder()
                .setTitle(body.text("title", 1, EventBounds.TITLE_LENGTH))
                .setDescription(body.optionalLines("description", EventBounds.DESCRIPTION_LENGTH))
                .setCategory(body.text("category", 1, EventBounds.NAME_LENGTH))
                .setRegion(body.text("region", 1, EventBounds.NAME_LENGTH))
                .setAgeLimit((int) body.number("age_limit", 0, EventBounds.HIGHEST_AGE_LIMIT, 0))
                .setCurrency(currency(body))
                .setOrganizerId(organizerId)
                .setTicketLimit((int) body.number("ticket_limit", 1, EventBounds.MOST_TICKETS))
                .setHoldSeconds((int) body.number(
                        "hold_seconds",
                        EventBounds.SHORTEST_HOLD_SECONDS,
                        EventBounds.LONGEST_HOLD_SECONDS,
                        DEFAULT_HOLD_SECONDS))
                .setOnSaleAt(onSaleAt)
                .setWaitingRoom(WaitingRoomBody.read(body, onSaleAt).orElse(null))
                .setSaleEndsAt(body.optionalInstant("sale_ends_at").orElse(null))
                .setVenue(body.optionalText("venue", EventBounds.VENUE_LENGTH).orElse(""))
                .setBannerUrl(bannerUrl(body))
                .setFeePerTicket(body.number("fee_per_ticket", 0, EventBounds.HIGHEST_FEE, 0))
                .setIdentityRequired(body.flag("identity_required"))
                .setStepUpRequired(body.flag("step_up_required"))
                .setCancellation(CancellationBody.read(body).orElse(null))
                .setConcessions(concessions(body))
                .setPerformances(performances)
                .setSections(sections)
                .build();
        body.refuseOthers();
        return definition;
    }

    /** The definition with every field that is there changed to what it says; lists are given whole. */
    static EventDefinition change(Fields body, EventDefinition now) {
        EventDefinition.Builder changed = EventDefinition.newBuilder(now);
        words(body, changed);
        if (body.has("ticket_limit")) {
            changed.setTicketLimit((int) body.number("ticket_limit", 1, EventBounds.MOST_TICKETS));
        }
        if (body.has("hold_seconds")) {
            changed.setHoldSeconds((int)
                    body.number("hold_seconds", EventBounds.SHORTEST_HOLD_SECONDS, EventBounds.LONGEST_HOLD_SECONDS));
        }
        if (body.has("on_sale_at")) {
            changed.setOnSaleAt(body.instant("on_sale_at"));
        }
        changed.setWaitingRoom(
                WaitingRoomBody.change(body, Optional.ofNullable(now.getWaitingRoom()), changed.getOnSaleAt())
                        .orElse(null));
        body.optionalInstant("sale_ends_at").ifPresent(changed::setSaleEndsAt);
        if (body.has("fee_per_ticket")) {
            changed.setFeePerTicket(body.number("fee_per_ticket", 0, EventBounds.HIGHEST_FEE));
        }
        if (body.has("identity_required")) {
            changed.setIdentityRequired(body.flag("identity_required"));
        }
        if (body.has("step_up_required")) {
            changed.setStepUpRequired(body.flag("step_up_required"));
        }
        CancellationBody.read(body).ifPresent(changed::setCancellation);
        if (body.has("concessions")) {
            changed.setConcessions(concessions(body));
        }
        if (body.has("currency")) {
            changed.setCurrency(currency(body));
        }
        if (body.has("performances")) {
            changed.setPerformances(PerformancesBody.change(body, now.getPerformances()));
        }
        if (body.has("sections")) {
            changed.setSections(SectionsBody.read(body));
        }
        refuseTooMuchToSell(body, changed.getPerformances(), changed.getSections());
        body.refuseOthers();
        return changed.build();
    }

    private static void words(Fields body, EventDefinition.Builder changed) {
        if (body.has("title")) {
            changed.setTitle(body.text("title", 1, EventBounds.TITLE_LENGTH));
        }
        if (body.has("description")) {
            changed.setDescription(body.optionalLines("description", EventBounds.DESCRIPTION_LENGTH));
        }
        if (body.has("category")) {
            changed.setCategory(body.text("category", 1, EventBounds.NAME_LENGTH));
        }
        if (body.has("region")) {
            changed.setRegion(body.text("region", 1, EventBounds.NAME_LENGTH));
        }
        if (body.has("age_limit")) {
            changed.setAgeLimit((int) body.number("age_limit", 0, EventBounds.HIGHEST_AGE_LIMIT));
        }
        body.optionalText("venue", EventBounds.VENUE_LENGTH).ifPresent(changed::setVenue);
        if (body.has("banner_url")) {
            changed.setBannerUrl(bannerUrl(body));
        }
    }

    private static String currency(Fields body) {
        String code = body.text("currency", 3, 3);
        try {
            if (Currency.getInstance(code).getDefaultFractionDigits() >= 0) {
                return code;
            }
        } catch (IllegalArgumentException e) {
            // told below, together with what is no money
        }
        throw body.invalid("currency", "has to be a currency of ISO 4217, such as KRW");
    }

    /** It is shown to people, never fetched by the server; a page that came by https shows nothing else. */
    private static String bannerUrl(Fields body) {
        String url = body.optionalText("banner_url", EventBounds.URL_LENGTH).orElse("");
        if (!url.isEmpty() && !url.matches("https://[^\\s\"'<>]+")) {
            throw body.invalid("banner_url", "has to be an address that begins with https://");
        }
        return url;
    }

    private static List<Concession> concessions(Fields body) {
        if (!body.has("concessions")) {
            return List.of();
        }
        Set<String> codes = new HashSet<>();
        return body.objects("concessions", 0, EventBounds.MOST_CONCESSIONS).stream()
                .map(each -> {
                    String code = each.text("code", 1, EventBounds.NAME_LENGTH);
                    if (!codes.add(code)) {
                        throw each.invalid("code", "is another concession's already");
                    }
                    return new Concession(
                            code,
                            each.text("label", 1, EventBounds.NAME_LENGTH),
                            (int) each.number("percent", 1, 100),
                            each.optionalText("proof", EventBounds.PROOF_LENGTH).orElse(""),
                            each.optionalInstant("until").orElse(null),
                            each.has("quota") ? (int) each.number("quota", 1, EventBounds.MOST_SEATS_TO_SELL) : null,
                            each.has("sections")
                                    ? each.texts("sections", 1, EventBounds.MOST_SECTIONS, EventBounds.NAME_LENGTH)
                                    : List.of());
                })
                .toList();
    }

    /** Everyone who shows the event keeps in memory what becomes of each seat in each performance. */
    private static void refuseTooMuchToSell(Fields body, List<Performance> performances, List<Section> sections) {
        long seats = sections.stream().mapToLong(SectionsBody::seats).sum();
        if (seats * performances.size() > EventBounds.MOST_SEATS_TO_SELL) {
            throw body.invalid(
                    "performances", "must not sell more than " + EventBounds.MOST_SEATS_TO_SELL + " seats together");
        }
    }
}
