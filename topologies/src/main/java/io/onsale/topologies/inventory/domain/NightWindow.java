package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.show.domain.CancellationPolicy.Night;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/** One night's window, in which a batch of returned places comes back on sale. */
public record NightWindow(Instant start, Duration length) {

    /** The first that begins after an instant. A night whose window the clocks skip is left out. */
    static NightWindow after(Night night, Instant at) {
        LocalDate yesterday = at.atZone(night.zone()).toLocalDate().minusDays(1);
        return Stream.iterate(yesterday, date -> date.plusDays(1))
                .map(date -> on(date, night))
                .filter(window -> window.start.isAfter(at) && window.length.isPositive())
                .findFirst()
                .orElseThrow();
    }

    Instant end() {
        return start.plus(length);
    }

    /** Whether what comes back in it, whenever that is, can still be sold. */
    boolean endsBefore(Instant saleEnds) {
        return end().isBefore(saleEnds);
    }

    private static NightWindow on(LocalDate date, Night night) {
        Instant start = instant(date, night.from(), night.zone());
        LocalDate lastDate = night.until() > night.from() ? date : date.plusDays(1);
        return new NightWindow(start, Duration.between(start, instant(lastDate, night.until(), night.zone())));
    }

    /** Where the clocks skip this minute it is as much later; where it comes twice it is the earlier. */
    private static Instant instant(LocalDate date, int minute, ZoneId zone) {
        LocalDateTime local = date.atStartOfDay().plusMinutes(minute);
        return local.atZone(zone).toInstant();
    }
}
