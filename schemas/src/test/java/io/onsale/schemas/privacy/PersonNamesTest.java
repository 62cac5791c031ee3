package io.onsale.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kim Léa",
                " Kim  Léa\n",
                "Kim\u00a0Léa",
                "Kim\u2003Léa",
                "\uff2bim Léa",
                "Kim Le\u0301a",
                "Ki\u200bm Léa",
                "Kim\tLéa"
            })
    void aNameHasOneSpelling(String typed) {
        assertThat(PersonNames.tidy(typed)).isEqualTo("Kim Léa");
    }

    @Test
    void differentNamesStayDifferent() {
        assertThat(PersonNames.tidy("Kim Lea")).isNotEqualTo(PersonNames.tidy("Kim Léa"));
        assertThat(PersonNames.tidy("KimLea")).isNotEqualTo(PersonNames.tidy("Kim Lea"));
    }
}
