package io.onsale.topologies.accounts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.accounts.domain.AccountsCommand.BindSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.CountOrderCode;
import io.onsale.topologies.accounts.domain.AccountsCommand.EndOtherSessions;
import io.onsale.topologies.accounts.domain.AccountsCommand.EndSessions;
import io.onsale.topologies.accounts.domain.AccountsCommand.OpenSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.ProveContact;
import io.onsale.topologies.accounts.domain.AccountsCommand.ReportLogin;
import io.onsale.topologies.accounts.domain.AccountsCommand.RequestCode;
import io.onsale.topologies.accounts.domain.AccountsCommand.RotateSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.UnbindSession;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.MapTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of commands at random: what was cleared away makes no difference to what was not yet. */
class SweptTest {

    private static final int COMMANDS = 4_000;
    private static final String GUEST = "guest:0a1b";

    private final AccountsDecider decider = Accounts.decider();
    private final Rows swept = new Rows();
    private final Rows kept = new Rows();

    /** Everything that accounts clears away. */
    private record Rows(
            MapTable<Session> sessions,
            MapTable<Ending> endings,
            MapTable<Logins> logins,
            MapTable<SentCode> codes,
            MapTable<CodeTries> tries,
            MapTable<Binding> bindings,
            AccountsBooks books) {

        Rows() {
            this(
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>());
        }

        private Rows(
                MapTable<Session> sessions,
                MapTable<Ending> endings,
                MapTable<Logins> logins,
                MapTable<SentCode> codes,
                MapTable<CodeTries> tries,
                MapTable<Binding> bindings) {
            this(
                    sessions,
                    endings,
                    logins,
                    codes,
                    tries,
                    bindings,
                    new AccountsBooks(
                            new MapTable<>(), sessions, endings, logins, new CodeBook(codes, tries), bindings));
        }

        void sweep(Instant at) {
            sessions.rows().values().removeIf(row -> row.expired(at));
            endings.rows().values().removeIf(row -> row.expired(at));
            logins.rows().values().removeIf(row -> row.forgotten(at));
            codes.rows().values().removeIf(row -> row.forgotten(at));
            tries.rows().values().removeIf(row -> row.forgotten(at));
            bindings.rows().values().removeIf(row -> row.expired(at));
        }
    }

    /** Three that never change and one that is new every time. */
    static LongStream seeds() {
        return LongStream.of(1, 2, 3, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsThatAreForgottenAreAsGoodAsGone(long seed) {
        Random random = new Random(seed);
        Instant at = Accounts.START;
        int differences = 0;
        for (int i = 0; i < COMMANDS; i++) {
            at = at.plus(pause(random));
            AccountsCommand command = command(random, at);
            swept.sweep(at);
            differences += kept.logins.equals(swept.logins) ? 0 : 1;
            Decision<AccountsEvent> decision = judge(swept, command, at);
            assertThat(judge(kept, command, at)).as("%s at %s", command, at).isEqualTo(decision);
        }

        assertThat(differences).isPositive();
    }

    private Decision<AccountsEvent> judge(Rows rows, AccountsCommand command, Instant at) {
        Decision<AccountsEvent> decision = decider.decide(rows.books.view(GUEST), command, at);
        decision.events().forEach(event -> rows.books.apply(GUEST, event, at));
        return decision;
    }

    /** Mostly within a code's life; now and then past everything. */
    private static Duration pause(Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> Duration.ofDays(400);
            case 1, 2, 3 -> Duration.ofHours(25);
            default -> Duration.ofSeconds(random.nextInt(300));
        };
    }

    private AccountsCommand command(Random random, Instant at) {
        String source = "from" + random.nextInt(3);
        SessionId id = new SessionId(GUEST, "s" + random.nextInt(3));
        return switch (random.nextInt(10)) {
            case 0, 1 -> new ReportLogin(random.nextInt(3) == 0, source, null);
            case 2 -> new RequestCode(Accounts.sealed("recipient"), source);
            case 3 -> new ProveContact(Accounts.sealed("a guess"), source);
            case 4 -> new CountOrderCode(random.nextBoolean());
            case 5 -> new BindSession(id, "hold" + random.nextInt(2), at.plus(Duration.ofHours(1)));
            case 6 -> new UnbindSession(id, "hold" + random.nextInt(2));
            case 7 -> new OpenSession(id, at.plus(Duration.ofHours(2)), random.nextBoolean() ? null : 1L);
            case 8 -> new RotateSession(id, random.nextInt(2), null);
            default ->
                random.nextInt(6) > 0
                        ? new EndOtherSessions(GUEST, random.nextInt(4), id.id())
                        : new EndSessions(GUEST);
        };
    }
}
