package io.onsale.topologies.accounts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountDeleted;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountOpened;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.BindSession;
import io.onsale.schemas.accounts.ChangePassword;
import io.onsale.schemas.accounts.ChangePerson;
import io.onsale.schemas.accounts.CloseSession;
import io.onsale.schemas.accounts.ContactProven;
import io.onsale.schemas.accounts.DeleteAccount;
import io.onsale.schemas.accounts.LoginJudged;
import io.onsale.schemas.accounts.OpenSession;
import io.onsale.schemas.accounts.PasswordChanged;
import io.onsale.schemas.accounts.PersonChanged;
import io.onsale.schemas.accounts.PlaceInLine;
import io.onsale.schemas.accounts.ProveContact;
import io.onsale.schemas.accounts.ReportLogin;
import io.onsale.schemas.accounts.RequestCode;
import io.onsale.schemas.accounts.RequestReset;
import io.onsale.schemas.accounts.ResetPassword;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.RotateSession;
import io.onsale.schemas.accounts.SessionBound;
import io.onsale.schemas.accounts.SessionClosed;
import io.onsale.schemas.accounts.SessionEnd;
import io.onsale.schemas.accounts.SessionGranted;
import io.onsale.schemas.accounts.SignUp;
import io.onsale.schemas.admission.LeaveQueue;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.messages.SendCode;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.testing.Envelopes;
import io.onsale.topologies.testing.TopologyBench;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsTopologyTest {

    private static final String EMAIL = "email:0a1b";
    private static final Instant END = TopologyBench.START.plus(Duration.ofDays(30));

    private final ProcessKey key = ProcessKey.generate();
    private TopologyBench<AccountCommand, AccountEvent, AccountReply> bench;

    @BeforeEach
    void open() {
        bench = new TopologyBench<>(new AccountsTopology(key));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aSignUpIsAnsweredAndBecomesTheAccountsState() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.ORGANIZER));

        AccountReply reply = bench.replies().getFirst();
        assertThat(reply.getCommandId()).isEqualTo("c1");
        assertThat(reply.getSequence()).isEqualTo(1);
        assertThat(((AccountOpened) reply.getOutcome()).getAccountId()).isEqualTo("ann");
        AccountState state = bench.values(Topics.ACCOUNT_STATE).getFirst();
        assertThat(state.getRole()).isEqualTo(Role.ORGANIZER);
        assertThat(state.getCredential()).isEqualTo(bytes("the-credential"));
        assertThat(state.getPersonKey()).isNull();
        assertThat(state.getOpenedAt()).isEqualTo(TopologyBench.START);
        assertThat(state.getSequence()).isEqualTo(1);
    }

    @Test
    void noEventOrAnswerCarriesASecret() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send(EMAIL, signUp(Envelopes.of("c2"), "ben", Role.FAN));

        for (var topic : new io.onsale.schemas.Topic<?>[] {Topics.ACCOUNT_EVENTS, Topics.ACCOUNT_REPLIES}) {
            assertThat(bench.bytes(topic))
                    .hasSize(2)
                    .noneMatch(value -> new String(value, ISO_8859_1).contains("the-credential"));
        }
    }

    @Test
    void aSecondSignUpForAnAddressIsRefusedAndTheStateKeepsUpWithItsNumber() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send(EMAIL, signUp(Envelopes.of("c2"), "ben", Role.FAN));

        AccountReply refused = bench.replies().getLast();
        assertThat(code(refused)).isEqualTo("email_taken");
        AccountState state = bench.values(Topics.ACCOUNT_STATE).getLast();
        assertThat(state.getAccountId()).isEqualTo("ann");
        assertThat(state.getSequence()).isEqualTo(refused.getSequence()).isEqualTo(2);
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerAndNothingHappensAgain() {
        bench.send(EMAIL, signUp(Envelopes.repeatable("c1", "k1", "body"), "ann", Role.FAN));
        bench.send(EMAIL, signUp(Envelopes.repeatable("c2", "k1", "body"), "other", Role.FAN));

        var replies = bench.replies();
        assertThat(replies).extracting(AccountReply::getReplayed).containsExactly(false, true);
        assertThat(replies).extracting(AccountReply::getCommandId).containsExactly("c1", "c2");
        assertThat(replies.get(1).getOutcome()).isEqualTo(replies.get(0).getOutcome());
        assertThat(bench.events()).hasSize(1);
    }

    @Test
    void anIdempotencyKeyUsedForAnotherBodyIsAConflictAndNoEvent() {
        bench.send(EMAIL, signUp(Envelopes.repeatable("c1", "k1", "body"), "ann", Role.FAN));
        bench.send(EMAIL, signUp(Envelopes.repeatable("c2", "k1", "another"), "ann", Role.FAN));

        assertThat(code(bench.replies().getLast())).isEqualTo("idempotency_conflict");
        assertThat(bench.events()).hasSize(1);
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
    void bytesThatAreNoCommandBecomeDeadLettersAndTheStreamGoesOn() {
        bench.sendBytes(EMAIL.getBytes(UTF_8), new byte[] {1, 2, 3});
        bench.sendBytes(EMAIL.getBytes(UTF_8), new byte[] {0, 0, 0, 127, 127, 0});
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));

        assertThat(bench.deadLetters()).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.getTopology()).isEqualTo("accounts");
            assertThat(letter.getTopic()).isEqualTo(Topics.ACCOUNT_COMMANDS.name());
            assertThat(letter.getKey()).isEqualTo(bytes(EMAIL));
            assertThat(letter.getReason()).isNotBlank();
        });
        assertThat(bench.replies()).hasSize(1);
    }

    @Test
    void aDeletedAccountsKeyAndStateAreRemovedAndItsSessionsEnd() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send("ann", command("c2", new OpenSession("s1", "ann", END, null)));
        bench.send(EMAIL, command("c3", new DeleteAccount("ann", List.of())));
        bench.send("ann", command("c4", new RotateSession("s1", "ann", 0, null)));

        AccountState state = bench.values(Topics.ACCOUNT_STATE).getLast();
        assertThat(state.getDeleted()).isTrue();
        assertThat(state.getEmail()).isNull();
        assertThat(state.getCredential()).isNull();
        assertThat(bench.records(Topics.ACCOUNT_KEYS))
                .singleElement()
                .satisfies(removal -> assertThat(removal.key()).isEqualTo("ann"))
                .satisfies(removal -> assertThat(removal.value()).isNull());
        assertThat(code(bench.replies().getLast())).isEqualTo("session_ended");
    }

    @Test
    void whoeverIsDeletedGivesUpEveryPlaceInLine() {
        List<PlaceInLine> places = List.of(new PlaceInLine("e1", 7L), new PlaceInLine("e2", 1L));
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send(EMAIL, command("c2", new DeleteAccount("ann", places)));
        bench.send("guest:0a1b", command("c3", new DeleteAccount("guest:0a1b", places)));

        assertThat(bench.records(Topics.ADMISSION_COMMANDS))
                .extracting(sent -> sent.key(), sent -> sent.value().getBody())
                .containsExactly(
                        tuple("e1", new LeaveQueue("ann", 7L)),
                        tuple("e2", new LeaveQueue("ann", 1L)),
                        tuple("e1", new LeaveQueue("guest:0a1b", 7L)),
                        tuple("e2", new LeaveQueue("guest:0a1b", 1L)));
    }

    @Test
    void whoeverIsNotDeletedKeepsThePlaceInLine() {
        bench.send(EMAIL, command("c1", new DeleteAccount("ann", List.of(new PlaceInLine("e1", 7L)))));

        assertThat(code(bench.replies().getLast())).isEqualTo("unknown_account");
        assertThat(bench.records(Topics.ADMISSION_COMMANDS)).isEmpty();
    }

    @Test
    void aDeletedAccountStaysMarkedWhenItsAddressGetsAnother() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send(EMAIL, command("c2", new DeleteAccount("ann", List.of())));
        bench.send(EMAIL, signUp(Envelopes.of("c3"), "ben", Role.FAN));

        Map<String, AccountState> compacted = new HashMap<>();
        bench.records(Topics.ACCOUNT_STATE).forEach(record -> compacted.put(record.key(), record.value()));

        assertThat(compacted.get("ann")).returns(true, AccountState::getDeleted).returns(null, AccountState::getEmail);
        assertThat(compacted.get(EMAIL)).returns("ben", AccountState::getAccountId);
        assertThat(bench.records(Topics.ACCOUNT_KEYS))
                .singleElement()
                .satisfies(removal -> assertThat(removal.key()).isEqualTo("ann"));
    }

    @Test
    void theKeyOfWhoeverWasRefusedIsRemoved() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send(EMAIL, signUp(Envelopes.of("c2"), "ben", Role.FAN));

        assertThat(bench.records(Topics.ACCOUNT_KEYS))
                .singleElement()
                .satisfies(removal -> assertThat(removal.key()).isEqualTo("ben"));
    }

    @Test
    void aGuestsCodeIsSentToWhomItIsSealedForAndNoEventTells() {
        bench.send("guest:0a1b", command("c1", new RequestCode(bytes("the-sealed-contact"), "home")));

        SendCode send =
                (SendCode) bench.values(Topics.MESSAGE_COMMANDS).getFirst().getBody();
        assertThat(send.getRecipient()).isEqualTo(bytes("the-sealed-contact"));
        assertThat(send.getPurpose()).isEqualTo(CodePurpose.GUEST);
        assertThat(send.getSubject()).isEqualTo("0a1b");
        assertThat(send.getPerson()).isEqualTo("guest:0a1b");
        assertThat(bench.bytes(Topics.ACCOUNT_EVENTS))
                .hasSize(1)
                .noneMatch(value -> new String(value, ISO_8859_1).contains("the-sealed-contact"));
    }

    @Test
    void theCodeThatMessagesSendsProvesTheContact() {
        bench.send("guest:0a1b", command("c1", new RequestCode(bytes("the-sealed-contact"), "home")));
        int attempt =
                ((SendCode) bench.values(Topics.MESSAGE_COMMANDS).getFirst().getBody()).getAttempt();
        Codes codes = new Codes(key);
        String code = codes.code(CodePurpose.GUEST, "0a1b", attempt);
        byte[] proof = codes.proof(CodePurpose.GUEST, "0a1b", code);

        bench.send("guest:0a1b", command("c2", new ProveContact(ByteBuffer.wrap(proof), "home")));

        assertThat(bench.replies().getLast().getOutcome()).isEqualTo(new ContactProven("guest:0a1b"));
    }

    @Test
    void aDeletedGuestsKeyIsRemoved() {
        bench.send("guest:0a1b", command("c1", new RequestCode(bytes("the-sealed-contact"), "home")));
        bench.send("guest:0a1b", command("c2", new DeleteAccount("guest:0a1b", List.of())));

        assertThat(bench.records(Topics.ACCOUNT_KEYS))
                .singleElement()
                .satisfies(removal -> assertThat(removal.key()).isEqualTo("guest:0a1b"))
                .satisfies(removal -> assertThat(removal.value()).isNull());
        assertThat(bench.replies().getLast().getOutcome()).isEqualTo(new AccountDeleted("guest:0a1b"));
    }

    @Test
    void aGuestsSessionOrdersOneReservation() {
        bench.send("guest:0a1b", command("c1", new BindSession("s1", "guest:0a1b", "h1", END)));
        bench.send("guest:0a1b", command("c2", new BindSession("s1", "guest:0a1b", "h2", END)));

        var replies = bench.replies();
        assertThat(replies.get(0).getOutcome()).isEqualTo(new SessionBound("s1", "guest:0a1b", "h1"));
        assertThat(code(replies.get(1))).isEqualTo("guest_has_booked");
        bench.later(Duration.ofDays(31));
        bench.send(
                "guest:0a1b", command("c3", new BindSession("s2", "guest:0a1b", "h3", END.plus(Duration.ofDays(60)))));
        bench.later(Duration.ofSeconds(2));
        assertThat(bench.table(AccountsRows.BINDINGS).get("guest:0a1b|s1")).isNull();
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

    @Test
    void whatAPersonTellsAnewIsInTheStateAndTheEvent() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send(EMAIL, command("c2", new ChangePerson("ann", null, bytes("sealed-phone"), false)));

        PersonChanged changed = new PersonChanged("ann", bytes("sealed-name"), bytes("sealed-phone"));
        assertThat(bench.replies().getLast().getOutcome()).isEqualTo(changed);
        assertThat(bench.events().getLast().getBody()).isEqualTo(changed);
        assertThat(bench.values(Topics.ACCOUNT_STATE).getLast().getPhone()).isEqualTo(bytes("sealed-phone"));
    }

    private SendCode sent() {
        return (SendCode) bench.values(Topics.MESSAGE_COMMANDS).getLast().getBody();
    }

    private static ChangePassword change(String session, String credential) {
        return new ChangePassword("ann", session, new ReportLogin(true, "home", 0), bytes(credential));
    }

    @Test
    void theStateKeepsUpWithFailedLogins() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send(EMAIL, command("c2", new ReportLogin(false, "home", null)));

        assertThat(bench.values(Topics.ACCOUNT_STATE).getLast().getSequence()).isEqualTo(2);
        assertThat(((LoginJudged) bench.replies().getLast().getOutcome()).getFailures())
                .isEqualTo(1);
    }

    private static AccountCommand command(String id, Object body) {
        return new AccountCommand(Envelopes.of(id), body);
    }

    private static AccountCommand signUp(CommandEnvelope envelope, String account, Role role) {
        return new AccountCommand(
                envelope,
                new SignUp(
                        account,
                        role,
                        bytes("the-credential"),
                        null,
                        bytes("sealed-email"),
                        bytes("sealed-name"),
                        null));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    private static String code(AccountReply reply) {
        return ((Refusal) reply.getOutcome()).getCode();
    }
}
