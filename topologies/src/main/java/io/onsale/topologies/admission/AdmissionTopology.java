package io.onsale.topologies.admission;

import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.admission.WakeRoom;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.admission.domain.AdmissionBooks;
import io.onsale.topologies.admission.domain.AdmissionDecider;
import io.onsale.topologies.admission.domain.AdmissionView;
import io.onsale.topologies.admission.domain.DrawSecrets;
import io.onsale.topologies.admission.domain.Place;
import io.onsale.topologies.admission.domain.Rating;
import io.onsale.topologies.kit.Alarms;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.DeciderIo;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.kit.StoreTable;
import io.onsale.topologies.kit.Sweep;
import io.onsale.topologies.kit.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Admission as a topology: the package's manual says what it decides. */
public final class AdmissionTopology
        implements DeciderTopology<
                AdmissionCommand,
                AdmissionEvent,
                AdmissionReply,
                AdmissionView,
                io.onsale.topologies.admission.domain.AdmissionCommand,
                io.onsale.topologies.admission.domain.AdmissionEvent> {

    private final AdmissionMapping mapping = new AdmissionMapping();
    private final DrawSecrets secrets;

    /** Admission that derives seeds and pseudonyms from this key. */
    public AdmissionTopology(ProcessKey key) {
        this.secrets = new DerivedSecrets(key);
    }

    @Override
    public DeciderIo<AdmissionCommand, AdmissionEvent, AdmissionReply> io() {
        return AdmissionIo.IO;
    }

    @Override
    public AdmissionMapping protocol() {
        return mapping;
    }

    @Override
    public Optional<AdmissionMapping> answers() {
        return Optional.of(mapping);
    }

    @Override
    public AdmissionDecider decider() {
        return new AdmissionDecider(secrets);
    }

    @Override
    public List<RowKind<?>> rows() {
        return AdmissionRows.ALL;
    }

    /** Whoever is next may be let in a moment after an alarm came to nothing: so soon again, no more is missed than the pace makes up for. */
    @Override
    public Duration ringsAgainAfter() {
        return Duration.ofMillis(100);
    }

    @Override
    public Opened<AdmissionCommand, AdmissionView, io.onsale.topologies.admission.domain.AdmissionEvent> open(
            Tables tables) {
        StoreTable<Place> places = tables.of(AdmissionRows.PLACES);
        StoreTable<Rating> ratings = tables.of(AdmissionRows.RATINGS);
        StoreTable<String> leavers = tables.of(AdmissionRows.LEAVERS);
        AdmissionBooks.Tables rows = new AdmissionBooks.Tables(
                tables.of(AdmissionRows.ROOMS), places, ratings, tables.of(AdmissionRows.SHOPPERS), leavers);
        AdmissionBooks books = new AdmissionBooks(rows, secrets);
        List<Sweep<?>> sweeps = List.of(
                new Sweep<>(places, (key, place, at) -> books.forgotten(key, at)),
                new Sweep<>(ratings, (key, rating, at) -> books.forgotten(key, at)),
                new Sweep<>(leavers, (key, leaf, at) -> books.forgotten(key, at)));
        return new Opened<>(books, now -> alarms(books, now), sweeps);
    }

    private static List<Alarms.Alarm<AdmissionCommand>> alarms(AdmissionBooks books, Instant now) {
        return books.due(now).stream()
                .map(event -> new Alarms.Alarm<>(event, wake(now)))
                .toList();
    }

    private static AdmissionCommand wake(Instant now) {
        return new AdmissionCommand(CommonMapping.fromTimer(AdmissionIo.IO.name(), now), new WakeRoom());
    }
}
