package io.onsale.topologies.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.SignUp;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.Refusal;
import io.onsale.topologies.testing.Envelopes;
import io.onsale.topologies.testing.TopologyBench;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/** What accounts is asked, by one person or another. */
final class Asked {

    static final String EMAIL = "email:0a1b";
    static final Instant END = TopologyBench.START.plus(Duration.ofDays(30));

    private Asked() {}

    static AccountCommand command(String id, Object body) {
        return new AccountCommand(Envelopes.of(id), body);
    }

    static AccountCommand signUp(CommandEnvelope envelope, String account, Role role) {
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

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    static String code(AccountReply reply) {
        return ((Refusal) reply.getOutcome()).getCode();
    }
}
