package io.onsale.topologies.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.kit.domain.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A show that needs a verified identity has one limit for one person, whatever accounts they have. */
class IdentityTest {

    private final Desk desk = Desk.selling(Shows.forKnownPeople(Shows.oneNight()));

    @Test
    void whoseIdentityIsNotVerifiedHoldsNothing() {
        assertThat(refusal(hold("h1", "ann", null, "A-1-1")).code()).isEqualTo("identity_required");
    }

    @Test
    void onePersonWithTwoAccountsHasOneLimit() {
        desk.given(hold("h1", "ann", "kim", "A-1-1", "A-1-2", "A-1-3"));

        assertThat(refusal(hold("h2", "ben", "kim", "A-1-5", "A-1-6")).code()).isEqualTo("ticket_limit");
        assertThat(desk.when(hold("h3", "ben", "kim", "A-1-5")).refusal()).isNull();
        assertThat(desk.when(hold("h4", "cat", "lee", "A-1-7", "A-1-8")).refusal())
                .isNull();
    }

    @Test
    void whatComesBackIsTakenOffThePerson() {
        desk.given(hold("h1", "ann", "kim", "A-1-1", "A-1-2", "A-1-3", "A-1-4"))
                .given(new InventoryCommand.ReleaseHold("h1", "ann"));

        assertThat(desk.when(hold("h2", "ben", "kim", "A-1-1", "A-1-2", "A-1-3", "A-1-4"))
                        .refusal())
                .isNull();
    }

    @Test
    void aShowThatNeedsNoneCountsByContact() {
        Desk open = Desk.selling(Shows.oneNight()).given(hold("h1", "ann", "kim", "A-1-1", "A-1-2", "A-1-3"));

        assertThat(open.when(hold("h2", "ben", "kim", "A-1-5", "A-1-6")).refusal())
                .isNull();
    }

    private Refusal refusal(InventoryCommand command) {
        return Objects.requireNonNull(desk.when(command).refusal());
    }

    private static InventoryCommand hold(String id, String fan, @Nullable String identity, String... seats) {
        return new InventoryCommand.HoldSeats(
                id, fan, null, new Wish.Named(null, List.of(seats), true), null, "contact of " + fan, identity);
    }
}
