package io.onsale.standalone.audit.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.onsale.standalone.audit.AuditException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Answers as lines of JSON. */
public final class AnswerFile {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private AnswerFile() {}

    /** The line that stands for an answer, without its end. */
    public static String line(Answer answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can always be written", e);
        }
    }

    /** All answers of a journal; an unfinished last line, as a killed client leaves it, is passed over. */
    public static List<Answer> read(Path journal) {
        List<Answer> answers = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(journal)) {
            String line = lines.readLine();
            for (int number = 1; line != null; number++) {
                String next = lines.readLine();
                add(answers, line, journal + ", line " + number, next == null);
                line = next;
            }
        } catch (IOException e) {
            throw new AuditException("the answers cannot be read: " + e, e);
        }
        return answers;
    }

    private static void add(List<Answer> answers, String line, String where, boolean last) {
        if (line.isBlank()) {
            return;
        }
        try {
            answers.add(JSON.readValue(line, Answer.class));
        } catch (JsonProcessingException e) {
            if (!last) {
                throw new AuditException(where + " is no answer: " + e.getOriginalMessage(), e);
            }
        }
    }
}
