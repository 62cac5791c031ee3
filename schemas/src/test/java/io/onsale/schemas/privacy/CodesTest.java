package io.onsale.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.messages.CodePurpose;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodesTest {

    private final ProcessKey key = ProcessKey.generate();
    private final Codes codes = new Codes(key);

    @Test
    void aCodeIsSixDigitsAndTheSameInEveryProcess() {
        String code = codes.code(CodePurpose.ORDER, "order", 1);

        assertThat(code).matches("[0-9]{6}");
        assertThat(new Codes(ProcessKey.fromBase64(key.toBase64())).code(CodePurpose.ORDER, "order", 1))
                .isEqualTo(code);
    }

    @Test
    void aPasswordsCodeHasEightDigits() {
        assertThat(codes.code(CodePurpose.PASSWORD, "0a1b", 1)).matches("[0-9]{8}");
    }

    @Test
    void everyAttemptHasACodeOfItsOwn() {
        assertThat(IntStream.range(0, 50).mapToObj(attempt -> codes.code(CodePurpose.GUEST, "fan", attempt)))
                .doesNotContainSequence(codes.code(CodePurpose.ORDER, "fan", 0))
                .satisfies(all -> assertThat(all.stream().distinct().count()).isGreaterThan(45));
    }

    @Test
    void aProofIsOfOneCodeAboutOneSubject() {
        byte[] proof = codes.proof(CodePurpose.ORDER, "order", "123456");

        assertThat(proof).isEqualTo(codes.proof(CodePurpose.ORDER, "order", "123456"));
        assertThat(proof)
                .isNotEqualTo(codes.proof(CodePurpose.ORDER, "order", "123457"))
                .isNotEqualTo(codes.proof(CodePurpose.ORDER, "another", "123456"))
                .isNotEqualTo(codes.proof(CodePurpose.GUEST, "order", "123456"));
    }
}
