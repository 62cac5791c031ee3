package io.onsale.topologies.accounts;

import static io.onsale.topologies.accounts.Asked.EMAIL;
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
import io.onsale.schemas.accounts.IdentityVerified;
import io.onsale.schemas.accounts.RecordIdentity;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.StoredAccount;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.topologies.testing.Envelopes;
import io.onsale.topologies.testing.TopologyBench;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a person whom a provider verified, nothing is kept but what stands for them, whoever told it. */
class IdentityTopologyTest {

    private static final String CALLED = "idv-person-1";

    private final ProcessKey key = ProcessKey.generate();
    private final Pseudonyms pseudonyms = new Pseudonyms(key);
    private final String verified = pseudonyms.identityKey(CALLED);
    private final TopologyBench<AccountCommand, AccountEvent, AccountReply> bench =
            new TopologyBench<>(new AccountsTopology(key));

    @BeforeEach
    void signsUp() {
        bench.send(EMAIL, signUp(Envelopes.of("c1"), "ann", Role.FAN));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatStandsForAPersonIsInTheEventTheAnswerAndTheState() {
        bench.send(EMAIL, command("c2", new RecordIdentity("ann", "", verified)));

        IdentityVerified told = new IdentityVerified("ann", "", verified);
        assertThat(bench.events().getLast().getBody()).isEqualTo(told);
        assertThat(bench.replies().getLast().getOutcome()).isEqualTo(told);
        AccountState state = bench.values(Topics.ACCOUNT_STATE).getLast();
        assertThat(state.getIdentityKey()).isEqualTo(verified);
        assertThat(state.getIdentity()).isNull();
    }

    @Test
    void aCommandThatStillSaysWhatTheProviderCallsThePersonMeansTheSamePersonAndIsNotRepeated() {
        bench.send(EMAIL, command("c2", new RecordIdentity("ann", CALLED, null)));
        bench.send(EMAIL, command("c3", new RecordIdentity("ann", "", verified)));
        bench.send(EMAIL, command("c4", new RecordIdentity("ann", "", pseudonyms.identityKey("another"))));

        List<AccountReply> replies = bench.replies();
        assertThat(replies.get(2).getOutcome()).isEqualTo(replies.get(1).getOutcome());
        assertThat(code(replies.get(3))).isEqualTo("identity_differs");
        assertThat(Stream.of(Topics.ACCOUNT_EVENTS, Topics.ACCOUNT_STATE).flatMap(topic -> bench.bytes(topic).stream()))
                .noneMatch(value -> new String(value, ISO_8859_1).contains(CALLED));
    }

    @Test
    void anAccountThatWasVerifiedBeforeIsReadAsTheSamePersons() {
        StoredAccount stored = StoredAccount.newBuilder()
                .setAccountId("ann")
                .setRole(Role.FAN)
                .setCredential(bytes("the-credential"))
                .setEmail(bytes("sealed-email"))
                .setName(bytes("sealed-name"))
                .setOpenedAt(TopologyBench.START)
                .setIdentity(CALLED)
                .build();

        StoredAccount kept = AccountMapping.store(AccountMapping.load(stored, pseudonyms));

        assertThat(kept.getIdentityKey()).isEqualTo(verified);
        assertThat(kept.getIdentity()).isNull();
    }
}
