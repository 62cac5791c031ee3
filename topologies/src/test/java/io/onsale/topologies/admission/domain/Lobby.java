package io.onsale.topologies.admission.domain;

import io.onsale.topologies.admission.domain.AdmissionCommand.Caller;
import io.onsale.topologies.admission.domain.AdmissionCommand.ControlRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.JoinQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.OpenRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.WakeRoom;
import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionRefused;
import io.onsale.topologies.admission.domain.AdmissionEvent.FansAdmitted;
import io.onsale.topologies.admission.domain.AdmissionEvent.JoinsAnswered;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.MapTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Admission in memory: commands are given, one is tried, and what follows from it can be looked at. */
final class Lobby {

    static final String EVENT = "e1";

    /** All rows of admission. */
    record Rows(
            MapTable<Room> rooms,
            MapTable<Place> places,
            MapTable<Rating> ratings,
            MapTable<Shopper> shoppers,
            MapTable<String> leavers) {

        Rows() {
            this(new MapTable<>(), new MapTable<>(), new MapTable<>(), new MapTable<>(), new MapTable<>());
        }

        AdmissionBooks books() {
            AdmissionBooks.Tables tables = new AdmissionBooks.Tables(rooms, places, ratings, shoppers, leavers);
            return new AdmissionBooks(tables, Rooms.SECRETS);
        }
    }

    /** What followed from a command, and what time had brought before it. */
    record Outcome(
            List<AdmissionEvent> due,
            List<AdmissionEvent> events,
            @Nullable AdmissionEvent answer) {

        /** Those that time brought first. */
        List<AdmissionEvent> all() {
            return Stream.concat(due.stream(), events.stream()).toList();
        }

        /** The code of the refusal that the sender was told, or an empty text. */
        String refusal() {
            return answer instanceof AdmissionRefused refused
                    ? refused.refusal().code()
                    : "";
        }

        List<JoinAnswer> answers() {
            if (answer instanceof JoinsAnswered answered) {
                return answered.answers();
            }
            throw new AssertionError("nobody joined: " + answer);
        }

        /** The place that the only join was given. */
        Place place() {
            if (answers().getFirst() instanceof JoinAnswer.Given given) {
                return given.place();
            }
            throw new AssertionError("refused: " + answers());
        }

        /** The refusal of each join, or an empty text. */
        List<String> joinRefusals() {
            return answers().stream()
                    .map(answer -> answer instanceof JoinAnswer.Refused refused
                            ? refused.refusal().code()
                            : "")
                    .toList();
        }

        /** The fans that were let in, in order. */
        List<String> admitted() {
            return due.stream()
                    .filter(FansAdmitted.class::isInstance)
                    .flatMap(event -> ((FansAdmitted) event).admissions().stream())
                    .map(Admission::fanId)
                    .toList();
        }
    }

    private final AdmissionDecider decider = new AdmissionDecider(Rooms.SECRETS);
    private final Rows rows = new Rows();
    private AdmissionBooks books = rows.books();
    private Instant at = Rooms.OPENS;

    static Lobby open() {
        return open(Rooms.terms());
    }

    static Lobby open(Terms terms) {
        return new Lobby().given(new OpenRoom(terms));
    }

    /** With the order drawn of fans who joined before, and nobody let in yet. */
    static Lobby drawn(Terms terms, String... fans) {
        return open(terms).joined(fans).paused().at(Rooms.DRAWS).woken().woken().resumed();
    }

    Lobby joined(String... fans) {
        return given(Rooms.join(fans));
    }

    Lobby paused() {
        return given(new ControlRoom(Rooms.ORGANIZER, null, null, Control.State.PAUSED, null));
    }

    Lobby resumed() {
        return given(new ControlRoom(Rooms.ORGANIZER, null, null, Control.State.OPEN, null));
    }

    Lobby woken() {
        return given(new WakeRoom());
    }

    Lobby given(AdmissionCommand... commands) {
        for (AdmissionCommand command : commands) {
            when(command);
        }
        return this;
    }

    Lobby at(Instant now) {
        at = now;
        return this;
    }

    Lobby later(Duration time) {
        return at(at.plus(time));
    }

    /** Begins anew from its rows. */
    Lobby restart() {
        books = rows.books();
        return this;
    }

    Instant now() {
        return at;
    }

    Outcome when(AdmissionCommand command) {
        List<AdmissionEvent> due = decider.due(books.view(EVENT), command, at);
        due.forEach(event -> books.apply(EVENT, event, at));
        Decision<AdmissionEvent> decision = decider.decide(books.view(EVENT), command, at);
        decision.events().forEach(event -> books.apply(EVENT, event, at));
        return new Outcome(due, decision.events(), decision.answer());
    }

    Outcome wake() {
        return when(new WakeRoom());
    }

    Outcome join(String... fans) {
        return when(Rooms.join(fans));
    }

    /** Who are let in one after the other as fast as the pace allows, until nobody more is; nobody frees a place. */
    List<String> letInAll() {
        List<String> fans = new ArrayList<>();
        for (int quiet = 0; quiet < 3; quiet++) {
            List<String> next = later(Duration.ofMillis(50)).wake().admitted();
            fans.addAll(next);
            quiet = next.isEmpty() ? quiet : -1;
        }
        return fans;
    }

    Room room() {
        Room room = books.view(EVENT).room();
        if (room == null) {
            throw new AssertionError("there is no room");
        }
        return room;
    }

    Place place(String fan) {
        Place place = books.view(EVENT).place(fan);
        if (place == null) {
            throw new AssertionError(fan + " has no place");
        }
        return place;
    }

    String admissionOf(String fan) {
        return Admission.id(EVENT, place(fan).sequence());
    }

    AdmissionBooks books() {
        return books;
    }

    Rows rows() {
        return rows;
    }

    static JoinQueue batch(int from, int count) {
        return Rooms.join(
                IntStream.range(from, from + count).mapToObj(i -> "fan" + i).toArray(String[]::new));
    }

    static Caller somebodyElse() {
        return new Caller("another", "another");
    }
}
