package io.onsale.topologies.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShowOpeningTest {

    private final Desk desk = new Desk();

    @Test
    void opensAShowWithoutAnsweringAnybody() {
        var opened = desk.when(new InventoryCommand.OpenShow(Shows.oneNight()));

        assertThat(opened.events()).containsExactly(new InventoryEvent.ShowOpened(Shows.oneNight()));
        assertThat(opened.answer()).isNull();
    }

    @Test
    void opensAShowOnceAndKeepsItsFirstDefinition() {
        desk.given(new InventoryCommand.OpenShow(Shows.oneNight()));

        assertThat(desk.when(new InventoryCommand.OpenShow(Shows.twoNights())).events())
                .isEmpty();
        assertThat(desk.when(Desk.hold("h1", "ann", "A-1-1")).refusal()).isNull();
    }

    @Test
    void closesAShowOnce() {
        desk.given(new InventoryCommand.OpenShow(Shows.oneNight()));

        assertThat(desk.when(new InventoryCommand.CloseShow()).events())
                .containsExactly(new InventoryEvent.ShowClosed());
        assertThat(desk.when(new InventoryCommand.CloseShow()).events()).isEmpty();
    }

    @Test
    void closingWhatWasNeverOpenedChangesNothing() {
        assertThat(desk.when(new InventoryCommand.CloseShow()).events()).isEmpty();
    }

    @Test
    void aClosedShowStaysClosedWhenItIsOpenedAgain() {
        desk.given(new InventoryCommand.OpenShow(Shows.oneNight()), new InventoryCommand.CloseShow());

        assertThat(desk.when(new InventoryCommand.OpenShow(Shows.oneNight())).events())
                .isEmpty();
        assertThat(desk.when(Desk.hold("h1", "ann", "A-1-1")).refusal()).isNotNull();
    }
}
