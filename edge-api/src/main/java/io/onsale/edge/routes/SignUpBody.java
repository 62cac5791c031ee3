package io.onsale.edge.routes;

import io.onsale.edge.auth.People.Change;
import io.onsale.edge.auth.People.Person;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Problem;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.privacy.Contacts;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people tell about themselves when they sign up or log in. */
final class SignUpBody {

    private static final int MAX_EMAIL = 254;
    private static final int MAX_NAME = 100;
    private static final int MAX_PHONE = 32;
    private static final int MIN_PASSWORD = 8;
    private static final int MAX_PASSWORD = 256;

    /** Whether an address exists only a message to it can tell; this keeps out what can't be one. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@()<>\\[\\],:;]+@[^\\s@.]+(\\.[^\\s@.]+)+");

    /** Nobody sees these, so nobody can tell two addresses apart by them. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");

    private SignUpBody() {}

    static Person person(Fields body, Contacts contacts) {
        return new Person(email(body), name(body), phone(body, contacts));
    }

    static String email(Fields body) {
        String email = body.text("email", 3, MAX_EMAIL).strip();
        if (!isEmail(email)) {
            throw body.invalid("email", "has to be an email address");
        }
        return email;
    }

    /** An email address or a phone number, in the one spelling that it has. */
    static String contact(Fields body, Contacts contacts) {
        String contact = body.text("contact", 3, MAX_EMAIL).strip();
        if (contact.contains("@") && isEmail(contact)) {
            return Contacts.email(contact);
        }
        return contacts.phone(contact)
                .orElseThrow(() -> body.invalid("contact", "has to be an email address or a phone number"));
    }

    private static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches() && !UNSEEN.matcher(text).find();
    }

    static String name(Fields body) {
        return body.text("name", 1, MAX_NAME).strip();
    }

    /** What is there to be changed; an empty phone number is none any more. */
    static Change change(Fields body, Contacts contacts) {
        Optional<String> name = body.has("name") ? Optional.of(name(body)) : Optional.empty();
        boolean withoutPhone =
                body.has("phone") && body.text("phone", 0, MAX_PHONE).isBlank();
        Optional<String> phone = withoutPhone ? Optional.empty() : phone(body, contacts);
        body.refuseOthers();
        if (name.isEmpty() && phone.isEmpty() && !withoutPhone) {
            throw body.missingAny("name", "phone");
        }
        return new Change(name, phone, withoutPhone);
    }

    static String requiredPhone(Fields body, Contacts contacts) {
        return phone(body, contacts, body.text("phone", 1, MAX_PHONE));
    }

    /** A password for a new account. */
    static String newPassword(Fields body) {
        return body.secret("password", MIN_PASSWORD, MAX_PASSWORD);
    }

    /** A password that is only going to be checked. */
    static String password(Fields body) {
        return password(body, "password");
    }

    /** The same beside a new one. */
    static String currentPassword(Fields body) {
        return password(body, "current_password");
    }

    private static String password(Fields body, String field) {
        return body.secret(field, 1, MAX_PASSWORD);
    }

    static Role role(Fields body) {
        String word = body.optionalText("role", 20).orElse("fan");
        Role role;
        try {
            role = Role.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw body.invalid("role", "has to be fan or organizer");
        }
        if (role != Role.FAN && role != Role.ORGANIZER) {
            throw Problem.of(422, "role_not_open", "Nobody signs up as " + word + "; an operator grants that role.")
                    .with("field", "role")
                    .toException();
        }
        return role;
    }

    private static Optional<String> phone(Fields body, Contacts contacts) {
        return body.optionalText("phone", MAX_PHONE).map(typed -> phone(body, contacts, typed));
    }

    private static String phone(Fields body, Contacts contacts, String typed) {
        return contacts.phone(typed).orElseThrow(() -> body.invalid("phone", "has to be a phone number"));
    }
}
