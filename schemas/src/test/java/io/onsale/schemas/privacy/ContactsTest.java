package io.onsale.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {

    private final Contacts contacts = new Contacts("82");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010-1234-5678",
                "01012345678",
                " 010 1234 5678 ",
                "(010) 1234-5678",
                "+82 10 1234 5678",
                "+82 10-1234-5678",
                "+82 (0)10 1234 5678",
                "+82 010 1234 5678",
                "0082 10 1234 5678",
                "+821012345678",
                "０１０-１２３４-５６７８",
                "010–1234–5678"
            })
    void aPhoneNumberHasOneSpelling(String typed) {
        assertThat(contacts.phone(typed)).contains("+821012345678");
    }

    @ParameterizedTest
    @CsvSource({
        "1, (212) 555-0123, +12125550123",
        "1, 1-212-555-0123, +12125550123",
        "7, 8 912 345-67-89, +79123456789",
        "39, 06 6982 1234, +390669821234",
        "44, 020 7946 0018, +442079460018",
        "82, +44 (0)20 7946 0018, +442079460018",
        "82, +1 212 555 0123, +12125550123",
    })
    void aNumberWithoutACallingCodeIsOneOfTheCountrys(String country, String typed, String number) {
        assertThat(new Contacts(country).phone(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "1234",
                "0000",
                "+0 12 3456 789",
                "+82 1234567890123456",
                "call me",
                "12+34567890",
                "010-CALL-ME"
            })
    void refusesWhatCanBeNoNumber(String typed) {
        assertThat(contacts.phone(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kim@exämple.com",
                " Kim@Exämple.COM\n",
                "KIM@xn--exmple-cua.com",
                "ｋｉｍ@exämple.com",
                "kim@exa\u0308mple.com",
                "\"kim\"@exämple.com",
                "\"\\k\\im\"@exämple.com"
            })
    void anEmailAddressHasOneSpelling(String typed) {
        assertThat(Contacts.email(typed)).isEqualTo("kim@xn--exmple-cua.com");
    }

    @Test
    void anEmailAddressWhoseDomainCanNotBeEncodedStaysOne() {
        assertThat(Contacts.email("Kim@-" + "x".repeat(70) + ".com")).startsWith("kim@-xxx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"kim,lee\"@example.com", "\"kim\\,lee\"@example.com", "\"\\kim\\,lee\"@EXAMPLE.com"})
    void aQuotedMailboxHasOneSpelling(String typed) {
        assertThat(Contacts.email(typed)).isEqualTo("\"kim,lee\"@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"@example.com", "\"\"@example.com", "\"kim\\\\\"@example.com", "kim\"@example.com"})
    void aMailboxThatIsNotQuotedAsItHasToBeStaysAsItIs(String typed) {
        assertThat(Contacts.email(typed)).isEqualTo(typed);
    }

    @Test
    void differentPeopleStayDifferent() {
        assertThat(contacts.tidy("kim.lee@example.com")).isNotEqualTo(contacts.tidy("kimlee@example.com"));
        assertThat(contacts.tidy("010-1234-5678")).isNotEqualTo(contacts.tidy("010-1234-5679"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KR", "0", "8282", "+", "8 2"})
    void refusesWhatIsNoCallingCode(String code) {
        assertThatThrownBy(() -> new Contacts(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
