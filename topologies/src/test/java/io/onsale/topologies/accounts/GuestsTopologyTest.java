package io.onsale.topologies.accounts;

import static io.onsale.topologies.accounts.Asked.END;
import static io.onsale.topologies.accounts.Asked.bytes;
import static io.onsale.topologies.accounts.Asked.code;
import static io.onsale.topologies.accounts.Asked.command;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.BindSession;
import io.onsale.schemas.accounts.ContactProven;
import io.onsale.schemas.accounts.ProveContact;
import io.onsale.schemas.accounts.RequestCode;
import io.onsale.schemas.accounts.SessionBound;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.messages.SendCode;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.testing.TopologyBench;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guests, whom a code proves. */
class GuestsTopologyTest {

    private final ProcessKey key = ProcessKey.generate();
    private final TopologyBench<AccountCommand, AccountEvent, AccountReply> bench =
            new TopologyBench<>(new AccountsTopology(key));

    @AfterEach
    void close() {
        bench.close();
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
}
