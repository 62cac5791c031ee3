package io.onsale.topologies.accounts;

import static io.onsale.topologies.accounts.Asked.EMAIL;
import static io.onsale.topologies.accounts.Asked.END;
import static io.onsale.topologies.accounts.Asked.bytes;
import static io.onsale.topologies.accounts.Asked.code;
import static io.onsale.topologies.accounts.Asked.command;
import static io.onsale.topologies.accounts.Asked.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountDeleted;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.DeleteAccount;
import io.onsale.schemas.accounts.OpenSession;
import io.onsale.schemas.accounts.PlaceInLine;
import io.onsale.schemas.accounts.RequestCode;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.RotateSession;
import io.onsale.schemas.admission.LeaveQueue;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.testing.Envelopes;
import io.onsale.topologies.testing.TopologyBench;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who are deleted, and what goes with them. */
class DeletionTopologyTest {

    private final TopologyBench<AccountCommand, AccountEvent, AccountReply> bench =
            new TopologyBench<>(new AccountsTopology(ProcessKey.generate()));

    @AfterEach
    void close() {
        bench.close();
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
    void aDeletedGuestsKeyIsRemoved() {
        bench.send("guest:0a1b", command("c1", new RequestCode(bytes("the-sealed-contact"), "home")));
        bench.send("guest:0a1b", command("c2", new DeleteAccount("guest:0a1b", List.of())));

        assertThat(bench.records(Topics.ACCOUNT_KEYS))
                .singleElement()
                .satisfies(removal -> assertThat(removal.key()).isEqualTo("guest:0a1b"))
                .satisfies(removal -> assertThat(removal.value()).isNull());
        assertThat(bench.replies().getLast().getOutcome()).isEqualTo(new AccountDeleted("guest:0a1b"));
    }
}
