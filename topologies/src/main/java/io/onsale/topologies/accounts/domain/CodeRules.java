package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.kit.domain.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rules by which codes for one use are sent and judged. */
final class CodeRules {

    static final Refusal WRONG =
            Refusal.of("wrong_code", "This is not the code that was sent last, or it is not good any more.");

    private final RightCodes codes;
    private final CodeUse use;

    /**
     * What came of asking for a code.
     *
     * @param isSent false where it was asked for too often; that is answered like asking, so that nobody but the contact's owner learns what was sent
     */
    record Asked(boolean isSent, SentCode code, CodeTries tries) {}

    /** What came of typing a code. */
    sealed interface Typed {}

    /** It was the right one, which is used by that. */
    record Right(SentCode spent) implements Typed {}

    /** It was not; that counts. */
    record Wrong(SentCode code, CodeTries tries) implements Typed {}

    /** There is no code that is good, or not from there any more. */
    record InVain() implements Typed {}

    CodeRules(RightCodes codes, CodeUse use) {
        this.codes = codes;
        this.use = use;
    }

    Asked ask(AccountsView view, String source, Instant at) {
        SentCode before = view.code(at);
        CodeTries tries = view.tries(source, at);
        if (before != null && (at.isBefore(before.nextFrom()) || !tries.mayAsk(at, CodeTries.MAX_IN_WINDOW))) {
            return new Asked(false, before, tries);
        }
        return new Asked(true, before == null ? SentCode.first(at) : before.next(at), tries.asked(at));
    }

    /** A stranger's guesses end a code for the stranger; only many strangers' together end it for all. */
    Typed judge(AccountsView view, Sealed proof, String source, Instant at) {
        @Nullable SentCode code = view.code(at);
        CodeTries tries = view.tries(source, at);
        if (code == null || !code.good(at) || !tries.mayGuess(code.attempt())) {
            return new InVain();
        }
        return codes.proof(use, use.contact(view.key()), code.attempt()).equals(proof)
                ? new Right(code.spent())
                : new Wrong(code.failed(), tries.failed(code.attempt(), at));
    }
}
