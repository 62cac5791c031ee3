package io.onsale.edge.auth;

import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.SignUp;
import io.onsale.schemas.privacy.BrokenSealException;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.privacy.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the log may hold of a person: sealed with a key of that person's, which is itself sealed. */
public final class People {

    private static final int KEY_BYTES = 32;

    private final Pseudonyms pseudonyms;
    private final Seal credentials;
    private final Seal keys;
    private final SecureRandom random = new SecureRandom();

    /** What a person told about themselves. */
    public record Person(String email, String name, Optional<String> phone) {}

    public People(ProcessKey key) {
        this.pseudonyms = new Pseudonyms(key);
        this.credentials = new Seal(key.derive("credential"));
        this.keys = new Seal(key.derive("person-key"));
    }

    /** The key under which the log knows this email. */
    public String emailKey(String email) {
        return pseudonyms.emailKey(email);
    }

    /**
     * Somebody new, with everything sealed.
     *
     * @param key goes to a topic of its own, from which it can be removed, before the command goes to the log, from which nothing can
     */
    public record Newcomer(SignUp command, PersonKey key) {}

    /** The command to open an account, and the key that it takes to read it. */
    public Newcomer signUp(String accountId, Role role, Person person, String passwordHash) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Seal own = new Seal(key);
        SignUp command = SignUp.newBuilder()
                .setAccountId(accountId)
                .setRole(role)
                .setCredential(seal(own, passwordHash, "credential", accountId))
                .setEmail(seal(own, person.email(), "email", accountId))
                .setName(seal(own, person.name(), "name", accountId))
                .setPhone(person.phone()
                        .map(phone -> seal(own, phone, "phone", accountId))
                        .orElse(null))
                .build();
        return new Newcomer(command, new PersonKey(ByteBuffer.wrap(keys.seal(key, context("person-key", accountId)))));
    }

    /** The hash of the account's password. */
    public String passwordHash(AccountState account) {
        String id = account.getAccountId();
        try {
            return open(own(account), account.getCredential(), "credential", id);
        } catch (BrokenSealException olderThanTheTopicOfKeys) {
            return open(credentials, account.getCredential(), "credential", id);
        }
    }

    /** What the account's person told about themselves. */
    public Person person(AccountState account) {
        String id = account.getAccountId();
        Seal own = own(account);
        @Nullable ByteBuffer phone = account.getPhone();
        return new Person(
                open(own, account.getEmail(), "email", id),
                open(own, account.getName(), "name", id),
                phone == null ? Optional.empty() : Optional.of(open(own, phone, "phone", id)));
    }

    private Seal own(AccountState account) {
        return new Seal(keys.open(bytes(account.getPersonKey()), context("person-key", account.getAccountId())));
    }

    private static ByteBuffer seal(Seal seal, String text, String field, String accountId) {
        return ByteBuffer.wrap(seal.seal(text.getBytes(StandardCharsets.UTF_8), context(field, accountId)));
    }

    private static String open(Seal seal, ByteBuffer sealed, String field, String accountId) {
        return new String(seal.open(bytes(sealed), context(field, accountId)), StandardCharsets.UTF_8);
    }

    /** What a sealed field is and whose, so that no field opens in another's place. */
    private static String context(String field, String accountId) {
        return field + ":" + accountId;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        // Views share their buffers between threads: the position must stay.
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
