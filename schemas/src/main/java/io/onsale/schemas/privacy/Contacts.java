package io.onsale.schemas.privacy;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one spelling that every email address and phone number has, however people write it, so that one person is one person.
 *
 * <p>Phone numbers are E.164: a plus, the country's calling code, and the number as it is dialled from abroad.
 */
public final class Contacts {

    private static final Pattern CALLING_CODE = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern WRITTEN = Pattern.compile("\\+?[(0-9][0-9 ()./\\-\\u2010-\\u2015\\u2212]*");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{7,14}");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final Pattern UNQUOTED =
            Pattern.compile("[^\\s\"\\\\(),:;<>@\\[\\].]+(\\.[^\\s\"\\\\(),:;<>@\\[\\].]+)*");

    /** What is dialled before a number within a country and not from abroad, where it is not a single zero. */
    private static final Map<String, String> TRUNKS =
            Map.of("1", "1", "7", "8", "36", "06", "39", "", "378", "", "379", "");

    private final String callingCode;
    private final String trunk;

    /**
     * Reads numbers without a calling code as numbers of this country.
     *
     * @param callingCode such as {@code 82} or {@code +82}
     */
    public Contacts(String callingCode) {
        this.callingCode = callingCode.startsWith("+") ? callingCode.substring(1) : callingCode;
        if (!CALLING_CODE.matcher(this.callingCode).matches()) {
            throw new IllegalArgumentException(callingCode + " is not a country's calling code such as 82");
        }
        this.trunk = TRUNKS.getOrDefault(this.callingCode, "0");
    }

    /** An email address without what only looks different: case, width, composition, quotes, and how its domain is encoded. */
    public static String email(String typed) {
        String plain = folded(typed);
        int at = plain.lastIndexOf('@');
        return at < 0 ? plain : mailbox(plain.substring(0, at)) + '@' + domain(plain.substring(at + 1));
    }

    /** A phone number in its one spelling; nothing where it can't be one. */
    public Optional<String> phone(String typed) {
        String written = folded(typed);
        if (!WRITTEN.matcher(written).matches()) {
            return Optional.empty();
        }
        String number = "+" + fromAbroad(written);
        return E164.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }

    /** A contact in its one spelling: an email address, a phone number, or what is neither as it is. */
    public String tidy(String contact) {
        return contact.contains("@") ? email(contact) : phone(contact).orElseGet(() -> folded(contact));
    }

    private String fromAbroad(String written) {
        String digits = digits(written);
        if (!written.startsWith("+") && !digits.startsWith("00")) {
            return callingCode + withoutTrunk(digits);
        }
        // People write +44 (0)20 for what is dialled 020 there and +44 20 from abroad.
        String abroad = digits(written.replace("(0)", ""));
        String number = written.startsWith("+") ? abroad : abroad.substring(2);
        return number.startsWith(callingCode)
                ? callingCode + withoutTrunk(number.substring(callingCode.length()))
                : number;
    }

    private String withoutTrunk(String national) {
        return national.startsWith(trunk) ? national.substring(trunk.length()) : national;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static String folded(String typed) {
        String composed = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
        return Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC)
                .strip();
    }

    /** Mail to a quoted name goes to the mailbox of that name; the quotes only let it have more characters. */
    private static String mailbox(String local) {
        if (local.length() < 2 || !local.startsWith("\"") || !local.endsWith("\"")) {
            return local;
        }
        String bare = ESCAPED.matcher(local.substring(1, local.length() - 1)).replaceAll("$1");
        return UNQUOTED.matcher(bare).matches()
                ? bare
                : '"' + bare.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String domain(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notEncodable) {
            return domain;
        }
    }
}
