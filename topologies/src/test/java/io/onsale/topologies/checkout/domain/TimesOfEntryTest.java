package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptHold;
import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimesOfEntryTest {

    private static final Instant TWO = NIGHT.plus(Duration.ofHours(2));

    private final ShowDefinition show = Bookings.show();
    private final Performance night = show.performances().getFirst();
    private final Sale sale = Sale.begun(
            new ShowDefinition(show.billing(), show.terms(), show.conditions(), show.performances(), List.of(tour())));

    @Test
    void ticketsWithATimeOfEntryBeginAtTheFirstOfThem() {
        assertThat(sale.firstEntry(night, List.of(ticket("four"), ticket("two"))))
                .isEqualTo(TWO);
    }

    @Test
    void ticketsBeginWithThePerformanceWhereAnyHasNoTimeOfEntryOrOneThatIsEarlier() {
        assertThat(sale.firstEntry(night, List.of(ticket("two"), ticket(null)))).isEqualTo(NIGHT);
        assertThat(sale.firstEntry(night, List.of(ticket("early")))).isEqualTo(NIGHT);
    }

    @Test
    void aTransferHasToComeBeforeTheFirstTimeOfEntry() {
        assertThat(payUntil("two")).isEqualTo(TWO);
        assertThat(payUntil("two", null)).isEqualTo(NIGHT);
    }

    private Instant payUntil(@Nullable String... slots) {
        Till till = Till.selling(sale.definition()).at(NIGHT.minus(Duration.ofHours(3)));
        List<HeldArea> areas = Arrays.stream(slots)
                .map(slot -> new HeldArea("Tour", slot, 1, "R", 1))
                .toList();
        HeldPlaces places = new HeldPlaces("n1", List.of(), areas, "KRW", 0, NIGHT);
        till.given(
                Bookings.place("o1", Bookings.booking("h1", PaymentMethod.BANK_TRANSFER, null)),
                new AcceptHold("o1", places));
        return till.order("o1").price().payUntil();
    }

    private static Section tour() {
        List<Slot> slots = List.of(slot("early", -1), slot("two", 2), slot("four", 4));
        return new Section("Tour", BookingMode.SLOT, "R", 1, List.of(), Map.of(), 0, slots, null);
    }

    private static Slot slot(String name, int hours) {
        return new Slot(name, NIGHT.plus(Duration.ofHours(hours)), 10);
    }

    private static ReceiptLine ticket(@Nullable String slot) {
        return new ReceiptLine("t", "Tour", null, slot, "R", 1, null, 0, 0, 1, 0);
    }
}
