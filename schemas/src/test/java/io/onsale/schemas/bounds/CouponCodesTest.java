package io.onsale.schemas.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CouponCodesTest {

    @Test
    void neitherCaseNorSpaceAroundACodeMakesAnother() {
        for (String typed : List.of("WELCOME10", "welcome10", "Welcome10", " welcome10\t", "\u3000WELCOME10\n")) {
            assertThat(CouponCodes.same("Welcome10", typed)).as(typed).isTrue();
        }
        for (String other : List.of("WELCOME1", "WELCOME 10", "WELCOME-10", "")) {
            assertThat(CouponCodes.same("Welcome10", other)).as(other).isFalse();
        }
    }

    @Test
    void spellingsOfOneCodeStandTogether() {
        assertThat(List.of("b", "Ab", "aB", "B", "a", "AB").stream().sorted(CouponCodes.ORDER))
                .containsExactly("a", "AB", "Ab", "aB", "B", "b");
    }
}
