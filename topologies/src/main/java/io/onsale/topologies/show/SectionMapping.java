package io.onsale.topologies.show;

import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.FocalPoint;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section between Avro and the domain. */
final class SectionMapping {

    private SectionMapping() {}

    static Section fromAvro(io.onsale.schemas.catalogue.Section section) {
        return new Section(
                section.getName(),
                BookingMode.valueOf(section.getMode().name()),
                section.getGrade(),
                section.getPrice(),
                section.getRows().stream()
                        .map(row -> new Row(row.getName(), row.getSeats()))
                        .toList(),
                section.getSeatAttributes(),
                section.getCapacity(),
                section.getSlots().stream()
                        .map(slot -> new Slot(slot.getName(), slot.getStartsAt(), slot.getCapacity()))
                        .toList(),
                focalPoint(section.getFocalPoint()));
    }

    static io.onsale.schemas.catalogue.Section toAvro(Section section) {
        List<io.onsale.schemas.catalogue.Row> rows = section.rows().stream()
                .map(row -> new io.onsale.schemas.catalogue.Row(row.name(), row.seats()))
                .toList();
        List<io.onsale.schemas.catalogue.Slot> slots = section.slots().stream()
                .map(slot -> new io.onsale.schemas.catalogue.Slot(slot.name(), slot.startsAt(), slot.capacity()))
                .toList();
        return new io.onsale.schemas.catalogue.Section(
                section.name(),
                io.onsale.schemas.catalogue.BookingMode.valueOf(section.mode().name()),
                section.grade(),
                section.price(),
                rows,
                section.seatAttributes(),
                section.capacity(),
                slots,
                toAvro(section.focalPoint()));
    }

    private static @Nullable FocalPoint focalPoint(io.onsale.schemas.catalogue.@Nullable FocalPoint point) {
        return point == null ? null : new FocalPoint(point.getRow(), point.getNumber());
    }

    private static io.onsale.schemas.catalogue.@Nullable FocalPoint toAvro(@Nullable FocalPoint point) {
        return point == null ? null : new io.onsale.schemas.catalogue.FocalPoint(point.row(), point.number());
    }
}
