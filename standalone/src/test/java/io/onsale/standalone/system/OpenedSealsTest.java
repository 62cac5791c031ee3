package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.messages.SendCode;
import io.onsale.schemas.privacy.PersonKeys;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A search that can't find anything proves nothing. */
class OpenedSealsTest {

    private static final String CONTACT = "kim@example.com";

    private final ProcessKey process = ProcessKey.generate();
    private final PersonKeys keys = new PersonKeys(process);
    private final OpenedSeals opened = new OpenedSeals(process);

    @Test
    void findsWhatIsSealedWithAKeyOfTheProcess() {
        byte[] sealed =
                new Seal(process.derive("recipient")).seal(CONTACT.getBytes(StandardCharsets.UTF_8), "the order");

        opened.read("the order", send(ByteBuffer.wrap(sealed)));

        assertThat(opened.texts()).containsExactly(CONTACT);
    }

    @Test
    void findsWhatIsSealedWithAPersonsKeyAsLongAsTheKeyIsThere() {
        PersonKey own = keys.generate("kim");
        ByteBuffer sealed = keys.open("kim", own.getPersonKey()).sealRecipient("the order", CONTACT);

        opened.read("the order", send(sealed));
        assertThat(opened.texts()).isEmpty();

        opened.learn("kim", own);
        opened.read("the order", send(sealed));
        assertThat(opened.texts()).containsExactly(CONTACT);
    }

    private static SendCode send(ByteBuffer recipient) {
        return new SendCode(recipient, CodePurpose.ORDER, "the order", 1, "kim");
    }
}
