package io.onsale.topologies.accounts;

import static io.onsale.topologies.accounts.Asked.EMAIL;
import static io.onsale.topologies.accounts.Asked.END;
import static io.onsale.topologies.accounts.Asked.bytes;
import static io.onsale.topologies.accounts.Asked.code;
import static io.onsale.topologies.accounts.Asked.command;
import static io.onsale.topologies.accounts.Asked.signUp;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.ChangePassword;
import io.onsale.schemas.accounts.OpenSession;
import io.onsale.schemas.accounts.PasswordChanged;
import io.onsale.schemas.accounts.ReportLogin;
import io.onsale.schemas.accounts.RequestReset;
import io.onsale.schemas.accounts.ResetPassword;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.RotateSession;
import io.onsale.schemas.accounts.SessionGranted;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.messages.SendCode;
import io.onsale.schemas.messages.TellOfNewPassword;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.testing.Envelopes;
import io.onsale.topologies.testing.TopologyBench;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Passwords that are changed, or were forgotten. */
class PasswordsTopologyTest {

    private final ProcessKey key = ProcessKey.generate();
    private final TopologyBench<AccountCommand, AccountEvent, AccountReply> bench =
            new TopologyBench<>(new AccountsTopology(key));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anotherPasswordIsInTheStateAloneAndEndsTheSessionsBegunWithTheFormer() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send("ann", command("c2", new OpenSession("here", "ann", END, 1L)));
        bench.send("ann", command("c3", new OpenSession("elsewhere", "ann", END, 1L)));

        bench.send(EMAIL, command("c4", change("here", "another-credential")));
        bench.send("ann", command("c5", new RotateSession("here", "ann", 0, null)));
        bench.send("ann", command("c6", new RotateSession("elsewhere", "ann", 0, null)));
        bench.send("ann", command("c7", new OpenSession("late", "ann", END, 1L)));

        var replies = bench.replies();
        assertThat(replies.get(3).getOutcome()).isEqualTo(new PasswordChanged("ann", false));
        assertThat(replies.get(4).getOutcome()).isEqualTo(new SessionGranted("here", "ann", 1, END));
        assertThat(code(replies.get(5))).isEqualTo("session_ended");
        assertThat(code(replies.get(6))).isEqualTo("session_ended");
        AccountState state = bench.values(Topics.ACCOUNT_STATE).getLast();
        assertThat(state.getCredential()).isEqualTo(bytes("another-credential"));
        assertThat(state.getPasswordGeneration()).isEqualTo(1);
        assertThat(state.getSequence()).isEqualTo(replies.get(3).getSequence());
        assertThat(bench.bytes(Topics.ACCOUNT_EVENTS))
                .hasSize(8)
                .noneMatch(value -> new String(value, ISO_8859_1).contains("credential"));
    }

    @Test
    void anotherPasswordIsToldToWhoeverHasTheAccountOnceForEachChange() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send("ann", command("c2", new OpenSession("here", "ann", END, 1L)));

        for (String repeated : List.of("c3", "c4")) {
            bench.send(
                    EMAIL, new AccountCommand(Envelopes.repeatable(repeated, "k1", "body"), change("here", "another")));
        }
        bench.send(
                EMAIL,
                command("c5", new ChangePassword("ann", "here", new ReportLogin(false, "home", 1), bytes("refused"))));

        assertThat(bench.values(Topics.MESSAGE_COMMANDS)).singleElement().satisfies(told -> {
            TellOfNewPassword tell = (TellOfNewPassword) told.getBody();
            assertThat(tell.getAccountId()).isEqualTo("ann");
            assertThat(tell.getEmail()).isEqualTo(bytes("sealed-email"));
        });
    }

    @Test
    void aForgottenPasswordsCodeGoesToTheAccountsOwnAddressAndToNobodyWhereThereIsNoAccount() {
        bench.send("email:nobody", command("c1", new RequestReset("home")));
        assertThat(bench.records(Topics.MESSAGE_COMMANDS)).isEmpty();
        bench.send(EMAIL, signUp(Envelopes.of("c2"), "ann", Role.FAN));

        bench.send(EMAIL, command("c3", new RequestReset("home")));

        var replies = bench.replies();
        SendCode send = sent();
        assertThat(send.getRecipient()).isEqualTo(bytes("sealed-email"));
        assertThat(send.getPurpose()).isEqualTo(CodePurpose.PASSWORD);
        assertThat(send.getSubject()).isEqualTo("0a1b");
        assertThat(send.getPerson()).isEqualTo("ann");
        assertThat(replies.get(0).getOutcome()).isEqualTo(replies.get(2).getOutcome());
        assertThat(bench.values(Topics.ACCOUNT_STATE).getLast().getSequence())
                .as("whoever waits for the code's event sees it come")
                .isEqualTo(2);
    }

    @Test
    void theCodeThatMessagesSendsSetsAnotherPasswordAlsoAfterARestartAndARepetitionIsAnsweredAlike() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send("ann", command("c2", new OpenSession("s1", "ann", END, 1L)));
        bench.send(EMAIL, command("c3", new RequestReset("home")));
        Codes codes = new Codes(key);
        int attempt = sent().getAttempt();
        String code = codes.code(CodePurpose.PASSWORD, "0a1b", attempt);
        ResetPassword reset = new ResetPassword(
                "ann",
                ByteBuffer.wrap(codes.proof(CodePurpose.PASSWORD, "0a1b", code)),
                "home",
                bytes("another-credential"));

        bench.restart();
        bench.send(EMAIL, new AccountCommand(Envelopes.repeatable("c4", "k1", "body"), reset));
        assertThat(bench.replies().getLast().getOutcome()).isEqualTo(new PasswordChanged("ann", true));
        bench.restart();
        bench.send(EMAIL, new AccountCommand(Envelopes.repeatable("c5", "k1", "body"), reset));
        bench.send(EMAIL, command("c6", reset));
        bench.send("ann", command("c7", new RotateSession("s1", "ann", 0, null)));

        var replies = bench.replies();
        assertThat(replies.get(0).getReplayed()).isTrue();
        assertThat(replies.get(0).getOutcome()).isEqualTo(new PasswordChanged("ann", true));
        assertThat(code(replies.get(1))).isEqualTo("wrong_code");
        assertThat(code(replies.get(2))).isEqualTo("session_ended");
    }

    private SendCode sent() {
        return (SendCode) bench.values(Topics.MESSAGE_COMMANDS).getLast().getBody();
    }

    private static ChangePassword change(String session, String credential) {
        return new ChangePassword("ann", session, new ReportLogin(true, "home", 0), bytes(credential));
    }
}
