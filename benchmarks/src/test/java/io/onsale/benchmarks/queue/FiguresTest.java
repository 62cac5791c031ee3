package io.onsale.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void saysTheSameToPeopleAndToPrograms() {
        Finding finding = Finding.of("joins").with("rate", "%,.0f/s", 20_000.4).with("failed", "%,d failed", 0L);

        assertThat(finding.text()).startsWith("joins ").endsWith("20,000/s   0 failed");
        assertThat(finding.json()).contains("\"name\":\"joins\"", "\"rate\":20000.4", "\"failed\":0");
    }

    @Test
    void readsAHeapOutOfWhatTheToolSays() {
        String said = "4711:\n garbage-first heap   total reserved 786432K, committed 430080K, used 153600K [0x0, 0x1)";

        assertThat(ProcessMemory.usedMegabytes(said)).isEqualTo(150);
    }

    @Test
    void givesEveryFanAnIdOfItsOwn() {
        assertThat(IntStream.range(0, 100_000).mapToObj(Fans::id).collect(Collectors.toSet()))
                .hasSize(100_000);
    }
}
