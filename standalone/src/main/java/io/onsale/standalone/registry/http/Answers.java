package io.onsale.standalone.registry.http;

import io.onsale.standalone.registry.state.Content;
import io.onsale.standalone.registry.state.Reference;
import io.onsale.standalone.registry.state.SchemaVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers in the form Confluent's clients expect. */
final class Answers {
    private Answers() {}

    static Map<String, Object> content(Content content) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("schema", content.schema());
        addReferences(answer, content);
        return answer;
    }

    static Map<String, Object> version(SchemaVersion version) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("subject", version.subject());
        answer.put("version", version.version());
        answer.put("id", version.id());
        addReferences(answer, version.content());
        answer.put("schema", version.content().schema());
        if (version.deleted()) {
            answer.put("deleted", true);
        }
        return answer;
    }

    private static void addReferences(Map<String, Object> answer, Content content) {
        List<Reference> references = content.references();
        if (!references.isEmpty()) {
            answer.put("references", references);
        }
    }
}
