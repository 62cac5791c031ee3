package io.onsale.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private final ProcessKey key = ProcessKey.generate();
    private final Pseudonyms pseudonyms = new Pseudonyms(key);

    @Test
    void givesAPersonTheSameNameEverywhereInADeployment() {
        assertThat(pseudonyms.of("account-1"))
                .matches("[0-9a-f]{32}")
                .isEqualTo(new Pseudonyms(key).of("account-1"))
                .isNotEqualTo(pseudonyms.of("account-2"));
    }

    @Test
    void givesAPersonAnotherNameInAnotherDeployment() {
        assertThat(new Pseudonyms(ProcessKey.generate()).of("account-1")).isNotEqualTo(pseudonyms.of("account-1"));
    }

    @Test
    void givesASessionAnotherNameThanAPersonOfTheSameId() {
        assertThat(pseudonyms.session("s-1"))
                .matches("[0-9a-f]{32}")
                .isEqualTo(new Pseudonyms(key).session("s-1"))
                .isNotEqualTo(pseudonyms.session("s-2"))
                .isNotEqualTo(pseudonyms.of("s-1"));
    }

    @Test
    void knowsAnEmailHoweverItIsSpelled() {
        assertThat(pseudonyms.emailKey(" Fan@Example.com\n"))
                .matches("email:[0-9a-f]{64}")
                .isEqualTo(pseudonyms.emailKey("fan@example.com"))
                .isNotEqualTo(pseudonyms.emailKey("fan@example.org"));
    }

    @Test
    void aContactIsTheSameHoweverItWasWritten() {
        assertThat(pseudonyms.contactKey("kim@example.com")).isEqualTo(pseudonyms.contactKey("kim@example.com"));
        assertThat(pseudonyms.contactKey("lee@example.com")).isNotEqualTo(pseudonyms.contactKey("kim@example.com"));
    }
}
