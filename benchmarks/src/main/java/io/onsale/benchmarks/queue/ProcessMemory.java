package io.onsale.benchmarks.queue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM keeps.
 *
 * @param heapMegabytes used after a collection
 * @param residentMegabytes of memory that the operating system gave it; 0 where that cannot be known
 */
record ProcessMemory(long heapMegabytes, long residentMegabytes) {

    /** A generation, or the whole heap where a collector has no more to say; what is used besides the heap has no total. */
    private static final Pattern USED = Pattern.compile("total .*used (\\d+)K");

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    static ProcessMemory of(String jcmd, long pid) throws IOException, InterruptedException {
        run(jcmd, pid, "GC.run");
        return new ProcessMemory(usedMegabytes(run(jcmd, pid, "GC.heap_info")), residentMegabytes(pid));
    }

    /** Out of what the tool says of a heap. */
    static long usedMegabytes(String heapInfo) {
        return USED.matcher(heapInfo)
                        .results()
                        .mapToLong(used -> Long.parseLong(used.group(1)))
                        .sum()
                / 1024;
    }

    private static long residentMegabytes(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        Matcher resident = RESIDENT.matcher(Files.readString(status));
        return resident.find() ? Long.parseLong(resident.group(1)) / 1024 : 0;
    }

    private static String run(String jcmd, long pid, String what) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), what)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
