package io.onsale.schemas.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiesTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "5, 4"})
    void aRecordIsOnAllBrokersButOneBeforeItsWriterIsToldSo(int brokers, int least) {
        assertThat(new Copies(brokers).leastInSync()).isEqualTo(least);
    }
}
