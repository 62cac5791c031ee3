package io.onsale.edge.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.accounts.Role;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountsViewTest {

    private static final String EMAIL = "email:0a1b";

    private final AccountsView view = new AccountsView();

    @Test
    void anAccountIsInViewOnceItsStateAndItsKeyAre() {
        view.applyState(EMAIL, state("ann", 1, false));
        assertThat(view.byId("ann")).isEmpty();

        view.applyKey("ann", key());

        assertThat(view.byId("ann")).isPresent();
        assertThat(view.byEmailKey(EMAIL)).isPresent();
    }

    @Test
    void aDeletedAccountStaysDeletedWhereOnlyItsAddressesNextOneIsKnown() {
        // What compaction leaves after a deletion and a new sign-up with the same address, in any order.
        view.applyKey("ben", key());
        view.applyState(EMAIL, state("ben", 3, false));
        view.applyState("ann", state("ann", 2, true));

        assertThat(view.isDeleted("ann")).isTrue();
        assertThat(view.isDeleted("ben")).isFalse();
        assertThat(view.byEmailKey(EMAIL)).map(AccountState::getAccountId).contains("ben");
    }

    @Test
    void nothingIsRememberedOfWhoeverWasRefusedAnAccount() {
        view.applyKey("refused", key());
        view.applyKey("refused", null);

        assertThat(view.isDeleted("refused")).isFalse();
    }

    @Test
    void aGuestsNewestKeyIsInViewUntilItIsRemoved() {
        PersonKey second = new PersonKey(ByteBuffer.wrap(new byte[] {2}));
        view.applyKey("guest:0a1b", key());
        view.applyKey("guest:0a1b", second);
        assertThat(view.newestKey("guest:0a1b")).contains(second.getPersonKey());

        view.applyKey("guest:0a1b", null);

        assertThat(view.newestKey("guest:0a1b")).isEmpty();
    }

    @Test
    void aGuestWhoseKeyWasRemovedIsDeletedUntilACodeIsAskedForAgain() {
        view.applyKey("guest:0a1b", key());
        assertThat(view.isDeleted("guest:0a1b")).isFalse();

        view.applyKey("guest:0a1b", null);
        assertThat(view.isDeleted("guest:0a1b")).isTrue();

        view.applyKey("guest:0a1b", key());
        assertThat(view.isDeleted("guest:0a1b")).isFalse();
    }

    private static PersonKey key() {
        return new PersonKey(ByteBuffer.wrap(new byte[] {1}));
    }

    private static AccountState state(String id, long sequence, boolean deleted) {
        return AccountState.newBuilder()
                .setAccountId(id)
                .setRole(Role.FAN)
                .setOpenedAt(Instant.EPOCH)
                .setSequence(sequence)
                .setDeleted(deleted)
                .build();
    }
}
