package io.onsale.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OnsaleTest {

    private final StringWriter err = new StringWriter();
    private final CommandLine onsale = Onsale.commands().setErr(new PrintWriter(err));

    @Test
    void aWordThatIsNoCommandGetsOneLineWithTheNearest() {
        assertThat(onsale.execute("adit")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "onsale: there is no command adit (did you mean audit?); ./onsale --help says more\n");
    }

    @Test
    void aWordThatIsNoProcessToo() {
        assertThat(onsale.execute("run", "sinc")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).startsWith("onsale run: there is no command sinc (did you mean sink?);");
    }

    @Test
    void anOptionThatDoesNotExistGetsOneLine() {
        assertThat(onsale.execute("audit", "--jason")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString())
                .startsWith("onsale audit: unknown option: '--jason'")
                .contains("./onsale audit --help")
                .hasLineCount(1);
    }

    @Test
    void withoutACommandItShowsThemAll() {
        assertThat(onsale.execute()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("Usage: onsale").contains("demo").contains("quarantine");
    }
}
