package io.onsale.topologies.accounts;

import static io.onsale.topologies.accounts.Asked.EMAIL;
import static io.onsale.topologies.accounts.Asked.bytes;
import static io.onsale.topologies.accounts.Asked.code;
import static io.onsale.topologies.accounts.Asked.command;
import static io.onsale.topologies.accounts.Asked.signUp;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topic;
import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountOpened;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.ChangePerson;
import io.onsale.schemas.accounts.PersonChanged;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.testing.Envelopes;
import io.onsale.topologies.testing.TopologyBench;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts are opened and changed, and what is no command is put aside. */
class AccountsTopologyTest {

    private final TopologyBench<AccountCommand, AccountEvent, AccountReply> bench =
            new TopologyBench<>(new AccountsTopology(ProcessKey.generate()));

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

        for (var topic : new Topic<?>[] {Topics.ACCOUNT_EVENTS, Topics.ACCOUNT_REPLIES}) {
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
    void theKeyOfWhoeverWasRefusedIsRemoved() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
        bench.send(EMAIL, signUp(Envelopes.of("c2"), "ben", Role.FAN));

        assertThat(bench.records(Topics.ACCOUNT_KEYS))
                .singleElement()
                .satisfies(removal -> assertThat(removal.key()).isEqualTo("ben"));
    }

    @Test
    void theKeyOfARepeatedSignUpIsRemovedAndTheOneThatOpenedTheAccountStays() {
        bench.send(EMAIL, signUp(Envelopes.repeatable("c1", "k1", "body"), "ann", Role.FAN));
        bench.send(EMAIL, signUp(Envelopes.repeatable("c1", "k1", "body"), "ann", Role.FAN));
        assertThat(bench.records(Topics.ACCOUNT_KEYS)).isEmpty();

        bench.send(EMAIL, signUp(Envelopes.repeatable("c2", "k1", "body"), "again", Role.FAN));
        bench.send(EMAIL, signUp(Envelopes.repeatable("c3", "k1", "another"), "other", Role.FAN));

        assertThat(bench.records(Topics.ACCOUNT_KEYS))
                .allSatisfy(removal -> assertThat(removal.value()).isNull())
                .extracting(TestRecord::key)
                .containsExactly("again", "other");
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
}
