package io.onsale.edge.auth;

import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.ChangePerson;
import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.SignUp;
import io.onsale.schemas.privacy.BrokenSealException;
import io.onsale.schemas.privacy.Contacts;
import io.onsale.schemas.privacy.PersonKeys;
import io.onsale.schemas.privacy.PersonSeal;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.privacy.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the log may hold of a person: sealed with a key of that person's, which is itself sealed. */
public final class People {

    /** No account's id. */
    public static final String NOBODY = "";

    private final Pseudonyms pseudonyms;
    private final Seal credentials;
    private final PersonKeys keys;
    private final Contacts contacts;

    /** What a person told about themselves. */
    public record Person(String email, String name, Optional<String> phone) {}

    /**
     * Reads what that process key seals.
     *
     * @param contacts the spelling of contacts
     */
    public People(ProcessKey key, Contacts contacts) {
        this.contacts = contacts;
        this.pseudonyms = new Pseudonyms(key);
        this.credentials = new Seal(key.derive("credential"));
        this.keys = new PersonKeys(key);
    }

    /** The one spelling that contacts have here. */
    public Contacts contacts() {
        return contacts;
    }

    /** The key under which the log knows this email. */
    public String emailKey(String email) {
        return pseudonyms.emailKey(email);
    }

    /** What a code about an email is about, by the key under which the log knows the email: its HMAC alone. */
    public static String subject(String emailKey) {
        return emailKey.substring(emailKey.indexOf(':') + 1);
    }

    /** What stands for a contact in its one spelling. */
    public String contactKey(String tidy) {
        return pseudonyms.contactKey(tidy);
    }

    /** What stands for a person, by what the identity provider calls them. */
    public String identityKey(String reference) {
        return pseudonyms.identityKey(reference);
    }

    /** What stands for an email address as a contact, however it was spelled. */
    public String contactKeyOfEmail(String email) {
        return contactKey(Contacts.email(email));
    }

    /** What stands for the account's email address as a contact. */
    public String contactKey(AccountState account) {
        return contactKeyOfEmail(person(account).email());
    }

    /**
     * Somebody new, with everything sealed.
     *
     * @param key goes to a topic of its own, from which it can be removed, before the command goes to the log, from which nothing can
     */
    public record Newcomer(SignUp command, PersonKey key) {}

    /** The command to open an account, and the key that it takes to read it. */
    public Newcomer signUp(String accountId, Role role, Person person, String passwordHash) {
        PersonKey key = keys.generate(accountId);
        PersonSeal own = keys.open(accountId, key.getPersonKey());
        SignUp command = SignUp.newBuilder()
                .setAccountId(accountId)
                .setRole(role)
                .setCredential(own.seal("credential", passwordHash))
                .setEmail(own.seal("email", person.email()))
                .setName(own.seal("name", person.name()))
                .setPhone(person.phone().map(phone -> own.seal("phone", phone)).orElse(null))
                .build();
        return new Newcomer(command, key);
    }

    /**
     * What somebody tells anew.
     *
     * @param name nothing where that stays
     * @param phone nothing where that stays
     * @param withoutPhone forget the one that is known
     */
    public record Change(Optional<String> name, Optional<String> phone, boolean withoutPhone) {}

    /** The command to note it, with everything sealed. */
    public ChangePerson change(AccountState account, Change change) {
        PersonSeal own = own(account);
        return new ChangePerson(
                account.getAccountId(),
                change.name().map(name -> own.seal("name", name)).orElse(null),
                change.phone().map(phone -> own.seal("phone", phone)).orElse(null),
                change.withoutPhone());
    }

    /** The hash of an account's new password, sealed. */
    public ByteBuffer credential(AccountState account, String passwordHash) {
        return own(account).seal("credential", passwordHash);
    }

    /** Takes as long as sealing for an account, for where there is none; nobody can open it. */
    public ByteBuffer nobodysCredential(String passwordHash) {
        PersonKey thrownAway = keys.generate(NOBODY);
        return keys.open(NOBODY, thrownAway.getPersonKey()).seal("credential", passwordHash);
    }

    /** Where a message to the account's person goes, sealed for what the message is about. */
    public ByteBuffer recipient(AccountState account, String subject, String recipient) {
        return own(account).sealRecipient(subject, recipient);
    }

    /** The hash of the account's password. */
    public String passwordHash(AccountState account) {
        try {
            return own(account).open("credential", account.getCredential());
        } catch (BrokenSealException olderThanTheTopicOfKeys) {
            return new String(
                    credentials.open(bytes(account.getCredential()), "credential:" + account.getAccountId()),
                    StandardCharsets.UTF_8);
        }
    }

    /** What the account's person told about themselves. */
    public Person person(AccountState account) {
        PersonSeal own = own(account);
        @Nullable ByteBuffer phone = account.getPhone();
        return new Person(
                own.open("email", account.getEmail()),
                own.open("name", account.getName()),
                phone == null ? Optional.empty() : Optional.of(own.open("phone", phone)));
    }

    private PersonSeal own(AccountState account) {
        return keys.open(account.getAccountId(), account.getPersonKey());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        // Views share their buffers between threads: the position must stay.
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
