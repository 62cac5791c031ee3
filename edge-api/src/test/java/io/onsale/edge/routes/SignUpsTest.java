package io.onsale.edge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.People;
import io.onsale.edge.auth.People.Newcomer;
import io.onsale.edge.auth.People.Person;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.log.CommandLog;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Commands.Request;
import io.onsale.edge.log.Exchange;
import io.onsale.schemas.Topic;
import io.onsale.schemas.accounts.AccountOpened;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.privacy.Contacts;
import io.onsale.schemas.privacy.ProcessKey;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignUpsTest {

    private static final ProcessKey KEY = ProcessKey.generate();
    private static final String NEW = "the-new-id";
    private final ProblemException away =
            Problem.of(503, "overloaded", "Too many.").toException();
    private final ProblemException late =
            Problem.of(504, "deadline_exceeded", "No answer yet.").toException();

    private final Newcomer newcomer = new People(KEY, new Contacts("82"))
            .signUp(NEW, Role.FAN, new Person("kim@example.com", "Kim", Optional.empty()), "the hash");

    @Test
    void theKeyStaysWhereThatVeryAccountWasOpened() {
        assertThat(keysAfter(opened(NEW))).containsExactly(NEW);
    }

    @Test
    void aSignUpAnsweredWithAnEarlierAccountLeavesNoKey() {
        assertThat(keysAfter(opened("the-earlier-id"))).isEmpty();
    }

    @Test
    void aRefusedSignUpLeavesNoKey() {
        assertThat(keysAfter(new Refusal("idempotency_conflict", "Another body.", List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void aSignUpThatWasNeverAskedForLeavesNoKey() {
        Keys keys = new Keys(away, null);

        assertThatThrownBy(() -> ask(keys)).isSameAs(away);

        assertThat(keys.kept).isEmpty();
    }

    @Test
    void aSignUpThatMayStillBeDecidedKeepsItsKey() {
        Keys keys = new Keys(null, CompletableFuture.failedFuture(late));

        assertThatThrownBy(() -> ask(keys)).isSameAs(late);

        assertThat(keys.kept).containsExactly(NEW);
    }

    private Set<String> keysAfter(Object outcome) {
        Keys keys = new Keys(null, CompletableFuture.completedFuture(new AccountReply("c", 1L, false, outcome)));
        ask(keys);
        return keys.kept;
    }

    private void ask(Keys keys) {
        new SignUps(new Commands(keys, KEY, Clock.systemUTC()))
                .ask(
                        new Request(
                                "POST /api/auth/signup", Caller.anonymous(), "trace", Optional.of("k"), new byte[0]),
                        "email:0a1b",
                        newcomer);
    }

    private AccountOpened opened(String id) {
        return new AccountOpened(
                id, Role.FAN, newcomer.command().getEmail(), newcomer.command().getName(), null);
    }

    /** A log that answers as it is told, and remembers the keys that are in it. */
    private static final class Keys implements CommandLog {

        private final Set<String> kept = new HashSet<>();
        private final Optional<ProblemException> refusal;
        private final Optional<CompletableFuture<AccountReply>> answer;

        Keys(@Nullable ProblemException refusal, @Nullable CompletableFuture<AccountReply> answer) {
            this.refusal = Optional.ofNullable(refusal);
            this.answer = Optional.ofNullable(answer);
        }

        @Override
        public <C extends SpecificRecord, R extends SpecificRecord> CompletableFuture<R> ask(
                Exchange<C, R> exchange, String key, String commandId, C command) {
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            return answer.orElseThrow().thenApply(exchange.replies().value()::cast);
        }

        @Override
        public <C extends SpecificRecord> CompletableFuture<Void> tell(Topic<C> topic, String key, C command) {
            kept.add(key);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> remove(Topic<?> topic, String key) {
            kept.remove(key);
            return CompletableFuture.completedFuture(null);
        }
    }
}
