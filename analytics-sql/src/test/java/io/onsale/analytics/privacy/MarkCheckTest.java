package io.onsale.analytics.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.TopicKind;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.admission.Cohort;
import io.onsale.schemas.admission.FansJoined;
import io.onsale.schemas.admission.JoinedPlace;
import io.onsale.schemas.admission.Tier;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkCheckTest {
    private static final ByteBuffer PLAIN = ByteBuffer.wrap("julia.example@example.com is plain".getBytes(UTF_8));
    private static final ByteBuffer SEALED = sealed();

    @Test
    void findsNothingWrongWithSealedFieldsWhereTheyBelong() {
        assertThat(MarkCheck.of(TopicKind.STATE, account(SEALED))).isEmpty();
    }

    @Test
    void findsSecretsInEvents() {
        assertThat(MarkCheck.of(TopicKind.EVENTS, account(SEALED)))
                .containsExactly(
                        "AccountState.credential is secret and may not be here",
                        "AccountState.person_key is secret and may not be here");
    }

    @Test
    void findsPersonalBytesThatAreNotSealed() {
        assertThat(MarkCheck.of(TopicKind.STATE, account(PLAIN))).containsExactly("AccountState.email is not sealed");
    }

    @Test
    void doesNotAskForASealOnADigest() {
        ByteBuffer digest = ByteBuffer.allocate(16);
        var place = new JoinedPlace(
                1L, "ann", digest, Instant.EPOCH, Cohort.FIRST, Tier.NONE, 0, 0, ByteBuffer.allocate(0), 1L, 2L, 3L);

        assertThat(MarkCheck.of(TopicKind.EVENTS, new FansJoined(List.of(place))))
                .isEmpty();
    }

    private static AccountState account(ByteBuffer email) {
        return new AccountState(
                "a1", Role.FAN, SEALED, SEALED, email, SEALED, null, Instant.EPOCH, 1L, null, false, 0, null);
    }

    private static ByteBuffer sealed() {
        byte[] bytes = new byte[40];
        Arrays.fill(bytes, (byte) 0xC0);
        return ByteBuffer.wrap(bytes);
    }
}
