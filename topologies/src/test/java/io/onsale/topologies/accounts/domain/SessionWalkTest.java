package io.onsale.topologies.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.accounts.domain.AccountsCommand.CloseSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.EndOtherSessions;
import io.onsale.topologies.accounts.domain.AccountsCommand.OpenSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.RotateSession;
import io.onsale.topologies.accounts.domain.AccountsEvent.OtherSessionsEnded;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionClosed;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionGranted;
import io.onsale.topologies.kit.domain.MapTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of commands at random: what was granted is checked by a plain model, and all events are replayed. */
class SessionWalkTest {

    private static final int COMMANDS = 4_000;
    private static final Duration LIFE = Duration.ofHours(2);

    private final AccountsDecider decider = Accounts.decider();
    private final MapTable<Session> sessions = new MapTable<>();
    private final MapTable<Ending> endings = new MapTable<>();
    private final AccountsBooks books = Accounts.books(sessions, endings);
    private final List<AccountsEvent> history = new ArrayList<>();
    /** The one token of each living session that works. */
    private final Map<SessionId, SessionGranted> valid = new HashMap<>();
    /** Until when nobody may begin a session of this id, be it ended or not. */
    private final Map<SessionId, Instant> used = new HashMap<>();
    /** The email's event by which the account has its password. */
    private long password;

    /** Three that never change and one that is new every time. */
    static LongStream seeds() {
        return LongStream.of(1, 2, 3, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onlyTheValidTokenOfALivingSessionIsTradedAndEventsReplayToEqualState(long seed) {
        Random random = new Random(seed);
        Instant at = Accounts.START;
        for (int i = 0; i < COMMANDS; i++) {
            at = at.plusSeconds(random.nextInt(60));
            judge(command(random, at), at);
        }

        assertThat(history)
                .hasAtLeastOneElementOfType(SessionClosed.class)
                .hasAtLeastOneElementOfType(OtherSessionsEnded.class)
                .hasSizeGreaterThan(COMMANDS / 2);
        assertThat(replayed()).isEqualTo(sessions);
    }

    private void judge(AccountsCommand command, Instant at) {
        valid.values().removeIf(granted -> !at.isBefore(granted.expiresAt()));
        used.values().removeIf(end -> !at.isBefore(end));
        for (AccountsEvent event :
                decider.decide(books.view("ann"), command, at).events()) {
            if (event instanceof SessionGranted granted) {
                assertThat(mayBeGranted(command)).as("%s at %s", granted, at).isTrue();
                valid.put(granted.session(), granted);
                used.put(granted.session(), granted.expiresAt());
            } else if (event instanceof OtherSessionsEnded ended) {
                password = ended.sequence();
                assertThat(ended.kept() == null || valid.containsKey(new SessionId("ann", ended.kept())))
                        .as("%s at %s", ended, at)
                        .isTrue();
                valid.values()
                        .removeIf(granted -> granted.proven() < ended.sequence()
                                && !granted.session().id().equals(ended.kept()));
            } else if (event instanceof SessionClosed closed) {
                assertThat(valid.remove(closed.session()))
                        .as("%s at %s", closed, at)
                        .isNotNull();
            }
            books.apply("ann", event, at);
            history.add(event);
        }
    }

    private boolean mayBeGranted(AccountsCommand command) {
        return switch (command) {
            case OpenSession open ->
                !used.containsKey(open.session()) && (open.proven() == null || open.proven() >= password);
            case RotateSession rotate -> {
                SessionGranted last = valid.get(rotate.session());
                yield last != null && last.generation() == rotate.generation();
            }
            default -> false;
        };
    }

    private AccountsCommand command(Random random, Instant at) {
        SessionId id = new SessionId("ann", "s" + random.nextInt(8));
        return switch (random.nextInt(12)) {
            case 0 -> new OpenSession(id, at.plus(LIFE), null);
            case 1 -> new OpenSession(id, at.plus(LIFE), Math.max(0, password + random.nextInt(3) - 1));
            case 3 ->
                random.nextInt(8) == 0
                        ? new EndOtherSessions(
                                "ann", password + random.nextInt(3), random.nextBoolean() ? id.id() : null)
                        : new RotateSession(id, generation(id), null);
            case 2 -> new CloseSession(id);
            default -> new RotateSession(id, generation(id) + strayed(random), key(random));
        };
    }

    private int generation(SessionId id) {
        SessionGranted last = valid.get(id);
        return last == null ? 0 : last.generation();
    }

    /** Mostly the valid token; now and then an older one, or one that was never given. */
    private static int strayed(Random random) {
        return random.nextInt(20) == 0 ? random.nextInt(3) - 1 : 0;
    }

    private static @Nullable String key(Random random) {
        return random.nextBoolean() ? null : "k" + random.nextInt(3);
    }

    private MapTable<Session> replayed() {
        MapTable<Session> again = new MapTable<>();
        AccountsBooks fresh = Accounts.books(again, new MapTable<>());
        history.forEach(event -> fresh.apply("ann", event, Accounts.START));
        return again;
    }
}
