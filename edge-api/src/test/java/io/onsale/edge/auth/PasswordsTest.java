package io.onsale.edge.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.edge.http.ProblemException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final Argon2 CHEAP = new Argon2(64, 1, 1);

    @Test
    void agreesWithTheReferenceImplementation() {
        // From the tests of the C implementation that won the password hashing competition.
        String hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(CHEAP.matches("password", hash)).isTrue();
        assertThat(CHEAP.matches("Password", hash)).isFalse();
    }

    @Test
    void writesItsCostIntoTheHashAndSaltsIt() {
        String hash = Argon2.RECOMMENDED.hash("correct horse", new SecureRandom());
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Argon2.RECOMMENDED.hash("correct horse", new SecureRandom())).isNotEqualTo(hash);
    }

    @Test
    void knowsAPasswordFromAnyKeyboard() {
        try (Passwords passwords = new Passwords(CHEAP, 1, 1)) {
            assertThat(passwords.matches("pa\u0301sswort", passwords.hash("p\u00e1sswort")))
                    .isTrue();
            assertThat(passwords.matches("passwort", passwords.hash("p\u00e1sswort")))
                    .isFalse();
        }
    }

    @Test
    void refusesAHashThatIsNone() {
        assertThatThrownBy(() -> CHEAP.matches("p", "$2b$12$x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsACrowdToComeBackInsteadOfQueueingAllOfIt() throws Exception {
        try (Passwords passwords = new Passwords(Argon2.RECOMMENDED, 1, 1);
                ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> overloaded = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                overloaded.add(crowd.submit(() -> isOverloaded(passwords)));
            }
            int refused = 0;
            for (Future<Boolean> each : overloaded) {
                refused += each.get() ? 1 : 0;
            }
            assertThat(refused).isBetween(1, 7);
        }
    }

    private static boolean isOverloaded(Passwords passwords) {
        try {
            passwords.hash("correct horse");
            return false;
        } catch (ProblemException e) {
            return e.problem().status() == 503 && e.problem().headers().containsKey("Retry-After");
        }
    }
}
