package io.onsale.edge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.common.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    @Test
    void whoeverIsRefusedForTooMuchIsToldWhenToAskAgain() {
        assertThat(Refusals.problem(refusal("too_many_from_address")).headers()).containsEntry("Retry-After", "60");
        assertThat(Refusals.problem(refusal("seat_taken")).headers()).isEmpty();
    }

    private static Refusal refusal(String code) {
        return new Refusal(code, "No.", List.of(), List.of());
    }
}
