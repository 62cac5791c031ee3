package io.onsale.topologies.accounts;

import static io.onsale.topologies.accounts.Asked.EMAIL;
import static io.onsale.topologies.accounts.Asked.END;
import static io.onsale.topologies.accounts.Asked.bytes;
import static io.onsale.topologies.accounts.Asked.code;
import static io.onsale.topologies.accounts.Asked.command;
import static io.onsale.topologies.accounts.Asked.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.CloseSession;
import io.onsale.schemas.accounts.DeleteAccount;
import io.onsale.schemas.accounts.LoginJudged;
import io.onsale.schemas.accounts.OpenSession;
import io.onsale.schemas.accounts.ReportLogin;
import io.onsale.schemas.accounts.RequestCode;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.RotateSession;
import io.onsale.schemas.accounts.SessionClosed;
import io.onsale.schemas.accounts.SessionEnd;
import io.onsale.schemas.accounts.SessionGranted;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.kit.StoreTable;
import io.onsale.topologies.kit.StoredTables;
import io.onsale.topologies.testing.Envelopes;
import io.onsale.topologies.testing.TopologyBench;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions, from their login to their end. */
class SessionsTopologyTest {

    private final TopologyBench<AccountCommand, AccountEvent, AccountReply> bench =
            new TopologyBench<>(new AccountsTopology(ProcessKey.generate()));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRefreshTokenIsTradedForTheNextUntilAnOldOneEndsTheSession() {
        bench.send("ann", command("c1", new OpenSession("s1", "ann", END, null)));
        bench.send("ann", command("c2", new RotateSession("s1", "ann", 0, null)));
        bench.send("ann", command("c3", new RotateSession("s1", "ann", 0, null)));
        bench.send("ann", command("c4", new RotateSession("s1", "ann", 1, null)));

        var replies = bench.replies();
        assertThat(replies.get(0).getOutcome()).isEqualTo(new SessionGranted("s1", "ann", 0, END));
        assertThat(replies.get(1).getOutcome()).isEqualTo(new SessionGranted("s1", "ann", 1, END));
        assertThat(code(replies.get(2))).isEqualTo("refresh_reused");
        assertThat(code(replies.get(3))).isEqualTo("session_ended");
        assertThat(bench.events().get(2).getBody()).isEqualTo(new SessionClosed("s1", "ann", SessionEnd.REUSE));
    }

    @Test
    void aRepeatedRefreshGetsTheSameAnswerUntilTheSessionHasEnded() {
        RotateSession rotate = new RotateSession("s1", "ann", 0, "k1");
        bench.send("ann", command("c1", new OpenSession("s1", "ann", END, null)));
        bench.send("ann", command("c2", rotate));
        bench.send("ann", command("c3", rotate));
        bench.send("ann", command("c4", new CloseSession("s1", "ann")));
        bench.send("ann", command("c5", rotate));

        var replies = bench.replies();
        assertThat(replies.get(2).getOutcome()).isEqualTo(replies.get(1).getOutcome());
        assertThat(code(replies.get(4))).isEqualTo("session_ended");
    }

    @Test
    void loggingOutTwiceSucceedsTwiceAndHappensOnce() {
        bench.send("ann", command("c1", new OpenSession("s1", "ann", END, null)));
        bench.send("ann", command("c2", new CloseSession("s1", "ann")));
        bench.send("ann", command("c3", new CloseSession("s1", "ann")));

        assertThat(bench.replies())
                .extracting(AccountReply::getOutcome)
                .endsWith(
                        new SessionClosed("s1", "ann", SessionEnd.LOGOUT),
                        new SessionClosed("s1", "ann", SessionEnd.LOGOUT));
        assertThat(bench.events()).hasSize(2);
    }

    @Test
    void aSessionsRowIsSweptOnceItHasExpired() {
        bench.send("ann", command("c1", new OpenSession("s1", "ann", END, null)));
        bench.later(Duration.ofDays(29));
        bench.send("ann", command("c2", new OpenSession("s2", "ann", END.plus(Duration.ofDays(30)), null)));
        bench.later(Duration.ofDays(2));
        assertThat(bench.table(AccountsRows.SESSIONS).get("ann|s1")).isNotNull();

        bench.send("ann", command("c3", new RotateSession("s2", "ann", 0, null)));
        bench.later(Duration.ofSeconds(2));

        assertThat(bench.table(AccountsRows.SESSIONS).get("ann|s1")).isNull();
        assertThat(bench.table(AccountsRows.SESSIONS).get("ann|s2")).isNotNull();
    }

    @Test
    void guessesAreKeptByTheAddressTheyComeFrom() {
        for (int i = 0; i < 5; i++) {
            bench.send(EMAIL, command("c" + i, new ReportLogin(false, "a-stranger", null)));
        }
        bench.send(EMAIL, command("c5", new ReportLogin(true, "a-stranger", null)));
        bench.send(EMAIL, command("c6", new ReportLogin(true, "home", null)));

        assertThat(bench.replies())
                .extracting(reply -> ((LoginJudged) reply.getOutcome()).getAccepted())
                .endsWith(false, true);
        assertThat(bench.table(AccountsRows.LOGINS).get(EMAIL + "|a-stranger")).isNotNull();
    }

    @Test
    void anEmailThatNobodyEverHadIsForgottenAndOneThatHadAnAccountIsNot() {
        bench.send("email:nobodys", command("c1", new ReportLogin(false, "home", null)));
        bench.send("guest:nobodys", command("c2", new RequestCode(bytes("recipient"), "home")));
        bench.send(EMAIL, signUp(Envelopes.of("c3"), "ann", Role.FAN));
        bench.send(EMAIL, command("c4", new DeleteAccount("ann", List.of())));
        bench.later(Duration.ofDays(3));
        bench.send(EMAIL, signUp(Envelopes.of("c5"), "ben", Role.FAN));
        bench.later(Duration.ofSeconds(2));

        assertThat(bench.replies().getLast().getSequence()).isEqualTo(3);
        StoreTable<byte[]> clocks = bench.table(StoredTables.clocks());
        assertThat(clocks.get("email:nobodys")).isNull();
        assertThat(clocks.get("guest:nobodys")).isNull();
        assertThat(clocks.get(EMAIL)).isNotNull();
    }

    @Test
    void theStateKeepsUpWithFailedLogins() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send(EMAIL, command("c2", new ReportLogin(false, "home", null)));

        assertThat(bench.values(Topics.ACCOUNT_STATE).getLast().getSequence()).isEqualTo(2);
        assertThat(((LoginJudged) bench.replies().getLast().getOutcome()).getFailures())
                .isEqualTo(1);
    }
}
