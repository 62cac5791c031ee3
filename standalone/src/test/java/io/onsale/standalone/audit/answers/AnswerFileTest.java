package io.onsale.standalone.audit.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.onsale.standalone.audit.AuditException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerFileTest {

    private static final Answer ANSWER = new Answer(
            "2026-12-01T11:00:00Z",
            "ann",
            Routes.RESERVE,
            "event-1",
            "key",
            "digest",
            201,
            JsonNodeFactory.instance.objectNode().put("reservation_id", "h1"));

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        Path journal = written(AnswerFile.line(ANSWER) + "\n" + AnswerFile.line(ANSWER) + "\n");

        assertThat(AnswerFile.read(journal)).containsExactly(ANSWER, ANSWER);
    }

    @Test
    void passesOverALastLineThatAKilledClientLeftUnfinished() throws IOException {
        Path journal =
                written(AnswerFile.line(ANSWER) + "\n" + AnswerFile.line(ANSWER).substring(0, 40));

        assertThat(AnswerFile.read(journal)).containsExactly(ANSWER);
    }

    @Test
    void refusesALineInTheMiddleThatIsNoAnswer() throws IOException {
        Path journal = written(AnswerFile.line(ANSWER) + "\nrubbish\n" + AnswerFile.line(ANSWER) + "\n");

        assertThatThrownBy(() -> AnswerFile.read(journal))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("line 2 is no answer");
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("answers.jsonl"), text);
    }
}
