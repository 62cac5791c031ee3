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
import io.onsale.schemas.messages.TellOfNewPassword;
import io.onsale.schemas.privacy.BrokenSealException;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.PersonKeys;
import io.onsale.schemas.privacy.PersonSeal;
import io.onsale.schemas.privacy.ProcessKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where messages go, and what is written in them. */
class MessageCommandsTest {

    private static final String EMAIL = "ann@example.com";

    private final ProcessKey key = ProcessKey.generate();
    private final PersonKeys keys = new PersonKeys(key);
    private final PersonKey anns = keys.generate("ann");
    private final PersonSeal own = keys.open("ann", anns.getPersonKey());
    private final List<Message> sent = new ArrayList<>();
    private final List<String> idempotencyKeys = new ArrayList<>();
    private final MessageCommands messages = new MessageCommands(
            this::take, key, person -> person.equals("ann") ? List.of(anns.getPersonKey()) : List.of());

    private boolean take(Message message, String idempotencyKey) {
        idempotencyKeys.add(idempotencyKey);
        return sent.add(message);
    }

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

    @Test
    void anotherPasswordIsToldToTheEmailAndThePhoneOnceEach() throws Exception {
        MessageCommand tell = tell("ann", own.seal("phone", "+821012345678"));

        messages.handle("0a1b", tell);
        messages.handle("0a1b", tell);

        assertThat(sent.subList(0, 2)).extracting(Message::to).containsExactly(EMAIL, "+821012345678");
        assertThat(sent)
                .extracting(Message::text)
                .allSatisfy(text -> assertThat(text).contains("2026-11-30 19:40 UTC", "If it was not you"));
        assertThat(idempotencyKeys.subList(0, 2)).doesNotHaveDuplicates().isEqualTo(idempotencyKeys.subList(2, 4));
    }

    @Test
    void anotherPasswordIsToldToNoPhoneWhereThereIsNoneAndToNobodyWhoIsDeleted() throws Exception {
        messages.handle("0a1b", tell("ann", null));
        messages.handle("0a1b", tell("ben", null));

        assertThat(sent).extracting(Message::to).containsExactly(EMAIL);
    }

    private MessageCommand tell(String account, @Nullable ByteBuffer phone) {
        Instant at = Instant.parse("2026-11-30T19:40:59Z");
        return command(new TellOfNewPassword(account, own.seal("email", EMAIL), phone, at));
    }

    private static MessageCommand command(CodePurpose purpose, ByteBuffer recipient) {
        return command(new SendCode(recipient, purpose, "0a1b", 7, "ann"));
    }

    private static MessageCommand command(Object body) {
        CommandEnvelope envelope = CommandEnvelope.newBuilder()
                .setCommandId("c1")
                .setTraceId("trace")
                .setActor(new Actor(ActorKind.SYSTEM, "accounts"))
                .setIssuedAt(Instant.EPOCH)
                .build();
        return new MessageCommand(envelope, body);
    }
}
