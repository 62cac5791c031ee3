package io.onsale.payments.simulator.identities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.payments.simulator.api.Call;
import io.onsale.payments.simulator.api.Company;
import io.onsale.payments.simulator.api.Reply;
import io.onsale.payments.simulator.api.Wrong;
import io.onsale.payments.simulator.journal.Journal;
import io.onsale.schemas.privacy.PersonNames;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The simulated provider's API: {@code POST /v1/identities {name, birth_date, phone}} and {@code GET /v1/identities/ID}. */
public final class IdentityCompany implements Company {

    private static final String IDENTITIES = "identities";
    private static final String UNKNOWN_PERSON = "0000";
    private static final int LEAST_DIGITS = 8;

    private final Journal journal;

    public IdentityCompany(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Reply answer(Call call) {
        if (call.is("GET", IDENTITIES, "*")) {
            JsonNode verification = journal.find("v:" + call.path().get(1)).orElseThrow(Wrong::notFound);
            return new Reply(200, verification.path("verification"));
        }
        if (call.is("POST", IDENTITIES)) {
            return verify(call.object());
        }
        throw Wrong.notFound();
    }

    /** Keeps what it found, and nothing of the person but what it calls everybody who says the same. */
    private Reply verify(ObjectNode body) {
        String name = Call.text(body, "name");
        String birthDate = Call.text(body, "birth_date");
        requirePast(birthDate);
        String phone = Call.text(body, "phone");
        if (phone.chars().filter(Character::isDigit).count() < LEAST_DIGITS) {
            throw Wrong.because(422, "invalid_field", "phone has at least " + LEAST_DIGITS + " digits");
        }
        String id = "idv_" + UUID.randomUUID();
        ObjectNode verification = JsonNodeFactory.instance
                .objectNode()
                .put("verification_id", id)
                .put("person_id", person(name, birthDate, phone))
                .put("status", phone.endsWith(UNKNOWN_PERSON) ? "refused" : "verified");
        journal.append(List.of("v:" + id), JsonNodeFactory.instance.objectNode().set("verification", verification));
        return new Reply(201, verification);
    }

    private static String person(String name, String birthDate, String phone) {
        String tidy = String.join(
                "|", PersonNames.tidy(name).toLowerCase(Locale.ROOT), birthDate, phone.replaceAll("\\D", ""));
        return "idp_" + UUID.nameUUIDFromBytes(tidy.getBytes(StandardCharsets.UTF_8));
    }

    private static void requirePast(String date) {
        try {
            if (LocalDate.parse(date).isBefore(LocalDate.now(ZoneOffset.UTC))) {
                return;
            }
        } catch (DateTimeParseException e) {
            // told below, together with dates to come
        }
        throw Wrong.because(422, "invalid_field", "birth_date is a day that is past, as in 1999-12-31");
    }
}
