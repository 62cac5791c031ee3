package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Slot;
import io.onsale.topologies.show.domain.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may safely be changed about an event.
 *
 * <p>Of a draft everything. Of what is published only what breaks no promise: words at any time; prices, fees, limits and conditions until the sale opens;
 * from then on a limit may rise, room may grow and the sale may end at another time. Seats and times stay: a performance is moved or cancelled by itself.
 * {@link WaitingRoomEdits} say what may change about a waiting room.
 */
final class EditRules {

    /** Why this change is refused, or null where it is not. */
    @Nullable
    Refusal judge(Listing listing, ShowDefinition changed, Instant at) {
        return switch (listing.status()) {
            case DRAFT -> sameOrganizer(listing.definition(), changed);
            case PUBLISHED -> published(listing.definition(), changed, at);
            case CLOSED -> Refusal.of("wrong_status", "This event is closed; create another one.");
        };
    }

    private static @Nullable Refusal sameOrganizer(ShowDefinition now, ShowDefinition changed) {
        List<String> fields = new ArrayList<>();
        keep(now.billing().organizerId(), changed.billing().organizerId(), "organizer_id", fields);
        return refusal(fields);
    }

    private static @Nullable Refusal published(ShowDefinition now, ShowDefinition changed, Instant at) {
        List<String> fields = new ArrayList<>();
        keep(now.billing().organizerId(), changed.billing().organizerId(), "organizer_id", fields);
        keep(now.terms().currency(), changed.terms().currency(), "currency", fields);
        keep(dates(now), dates(changed), "performances", fields);
        seating(now.sections(), changed.sections(), fields);
        if (at.isBefore(now.terms().onSaleAt())) {
            check(!changed.terms().onSaleAt().isBefore(at), "on_sale_at", fields);
        } else {
            onSale(now, changed, fields);
        }
        WaitingRoomEdits.judge(now, changed, at, fields);
        return refusal(fields);
    }

    private static void onSale(ShowDefinition now, ShowDefinition changed, List<String> fields) {
        Terms before = now.terms();
        Terms after = changed.terms();
        keep(before.onSaleAt(), after.onSaleAt(), "on_sale_at", fields);
        keep(before.feePerTicket(), after.feePerTicket(), "fee_per_ticket", fields);
        keep(before.holdSeconds(), after.holdSeconds(), "hold_seconds", fields);
        check(after.ticketLimit() >= before.ticketLimit(), "ticket_limit", fields);
        keep(now.billing().ageLimit(), changed.billing().ageLimit(), "age_limit", fields);
        keep(now.conditions(), changed.conditions(), "conditions", fields);
        keep(prices(now), prices(changed), "sections.price", fields);
    }

    /** Every place stays where it is; where places have no number there may be more of them. */
    private static void seating(List<Section> now, List<Section> changed, List<String> fields) {
        boolean same = now.size() == changed.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = room(now.get(i), changed.get(i));
        }
        check(same, "sections", fields);
    }

    private static boolean room(Section now, Section changed) {
        return now.name().equals(changed.name())
                && now.mode() == changed.mode()
                && now.grade().equals(changed.grade())
                && now.rows().equals(changed.rows())
                && now.seatAttributes().equals(changed.seatAttributes())
                && changed.capacity() >= now.capacity()
                && slots(now.slots(), changed.slots());
    }

    private static boolean slots(List<Slot> now, List<Slot> changed) {
        boolean same = now.size() == changed.size();
        for (int i = 0; same && i < now.size(); i++) {
            Slot before = now.get(i);
            Slot after = changed.get(i);
            same = before.name().equals(after.name())
                    && before.startsAt().equals(after.startsAt())
                    && after.capacity() >= before.capacity();
        }
        return same;
    }

    /** The performances without their words. */
    private static List<Performance> dates(ShowDefinition show) {
        return show.performances().stream()
                .map(each -> new Performance(each.id(), each.startsAt(), "", each.round(), each.cancelled()))
                .toList();
    }

    private static List<Long> prices(ShowDefinition show) {
        return show.sections().stream().map(Section::price).toList();
    }

    private static void keep(Object now, Object changed, String field, List<String> fields) {
        check(Objects.equals(now, changed), field, fields);
    }

    private static void check(boolean safe, String field, List<String> fields) {
        if (!safe) {
            fields.add(field);
        }
    }

    private static @Nullable Refusal refusal(List<String> fields) {
        String details = fields.stream()
                .map(field -> field + " (" + instead(field) + ")")
                .collect(Collectors.joining(", "));
        return fields.isEmpty()
                ? null
                : new Refusal("not_editable", "This can't be changed so: " + details + ".", fields);
    }

    /** What an organizer can do in place of what is refused. */
    private static String instead(String field) {
        return switch (field) {
            case "organizer_id" -> "an event stays its organizer's";
            case "currency" -> "keep it, or create another event";
            case "performances" -> "move one or call it off by its own call, or create another event for more";
            case "sections" -> "keep sections, seats and times; a capacity may only grow";
            case "sections.price" -> "keep the prices once the sale has begun";
            case "on_sale_at" ->
                "name an instant to come, a later one where the waiting room is open, or keep it once the sale has begun";
            case "sale_ends_at" ->
                "its line closes for good a day after the sale's end: name an instant to come before that, or close the event to end its sale at once";
            case "waiting_room" -> "add one before the sale begins, and keep the one that is there";
            case "waiting_room.beacon" -> "keep it as it was published";
            case "waiting_room.max_concurrent", "waiting_room.admit_per_second" ->
                "once the waiting room is open, control it by its own call";
            case "ticket_limit" -> "it may only be raised once the sale has begun";
            default ->
                field.startsWith("waiting_room.")
                        ? "keep it once the waiting room is open"
                        : "keep it once the sale has begun";
        };
    }
}
