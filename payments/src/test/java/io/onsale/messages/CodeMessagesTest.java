package io.onsale.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.messages.MessageCommand;
import io.onsale.schemas.messages.SendCode;
import io.onsale.schemas.privacy.BrokenSealException;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.PersonKeys;
import io.onsale.schemas.privacy.PersonSeal;
import io.onsale.schemas.privacy.ProcessKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where codes go, and what is written beside them. */
class CodeMessagesTest {

    private static final String EMAIL = "ann@example.com";

    private final ProcessKey key = ProcessKey.generate();
    private final PersonKeys keys = new PersonKeys(key);
    private final PersonKey anns = keys.generate("ann");
    private final PersonSeal own = keys.open("ann", anns.getPersonKey());
    private final List<Message> sent = new ArrayList<>();
    private final CodeMessages messages = new CodeMessages(
            (message, idempotencyKey) -> sent.add(message), key, person -> List.of(anns.getPersonKey()));

    @Test
    void aForgottenPasswordsCodeGoesToTheEmailAsTheAccountHasItAndSaysWhatItIsFor() throws Exception {
        messages.handle("0a1b", command(CodePurpose.PASSWORD, own.seal("email", EMAIL)));

        String code = new Codes(key).code(CodePurpose.PASSWORD, "0a1b", 7);
        assertThat(sent).singleElement().satisfies(message -> {
            assertThat(message.to()).isEqualTo(EMAIL);
            assertThat(message.text()).contains(code, "new password");
        });
    }

    @Test
    void nothingElseOfAPersonIsTakenForWhereACodeGoes() {
        assertThatThrownBy(() -> messages.handle("0a1b", command(CodePurpose.PASSWORD, own.seal("name", "Ann"))))
                .isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> messages.handle("0a1b", command(CodePurpose.GUEST, own.seal("email", EMAIL))))
                .isInstanceOf(BrokenSealException.class);
        assertThat(sent).isEmpty();
    }

    private static MessageCommand command(CodePurpose purpose, ByteBuffer recipient) {
        CommandEnvelope envelope = CommandEnvelope.newBuilder()
                .setCommandId("c1")
                .setTraceId("trace")
                .setActor(new Actor(ActorKind.SYSTEM, "accounts"))
                .setIssuedAt(Instant.EPOCH)
                .build();
        return new MessageCommand(envelope, new SendCode(recipient, purpose, "0a1b", 7, "ann"));
    }
}
