package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@OnSharedSystem
class SecondStartTest {

    private final WholeSystem system;

    SecondStartTest(WholeSystem system) {
        this.system = system;
    }

    @Test
    void aFolderThatAnotherUsesIsLeftAlone() throws Exception {
        assertThat(new OnsaleProcess(system.folder()).complaint()).contains("in use by another");
    }
}
