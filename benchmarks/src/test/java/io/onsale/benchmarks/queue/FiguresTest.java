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
    void whatEachGenerationOfAHeapUsesCounts() {
        String said = """
                22230:
                DefNew     total 92160K, used 80739K [0x00000000ed400000, 0x00000000f3800000, 0x00000000f3800000)
                 eden space 81920K,  98% used [0x00000000ed400000, 0x00000000f22d8fc8, 0x00000000f2400000)
                Tenured    total 204800K, used 21661K [0x00000000f3800000, 0x0000000100000000, 0x0000000100000000)
                 the  space 204800K,   0% used [0x00000000f3800000, 0x00000000f3923ab8, 0x0000000100000000)
                Metaspace       used 9999K, committed 10000K, reserved 1114112K
                """;

        assertThat(ProcessMemory.usedMegabytes(said)).isEqualTo(100);
    }

    @Test
    void givesEveryFanAnIdOfItsOwn() {
        assertThat(IntStream.range(0, 100_000).mapToObj(Fans::id).collect(Collectors.toSet()))
                .hasSize(100_000);
    }
}
