package io.onsale.benchmarks.queue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line of what was measured, for people and for programs. */
final class Finding {

    private final String name;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final List<String> words = new ArrayList<>();

    private Finding(String name) {
        this.name = name;
        json.put("name", name);
    }

    static Finding of(String name) {
        return new Finding(name);
    }

    /** One more figure; people read it in the format. */
    Finding with(String key, String format, double value) {
        json.put(key, value);
        words.add(String.format(Locale.ROOT, format, value));
        return this;
    }

    /** One more count; people read it in the format. */
    Finding with(String key, String format, long value) {
        json.put(key, value);
        words.add(String.format(Locale.ROOT, format, value));
        return this;
    }

    /** Something said in words. */
    Finding with(String key, String said) {
        json.put(key, said);
        words.add(said);
        return this;
    }

    String text() {
        return String.format(Locale.ROOT, "%-38s %s", name, String.join("   ", words));
    }

    String json() {
        return json.deepCopy()
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString())
                .toString();
    }
}
