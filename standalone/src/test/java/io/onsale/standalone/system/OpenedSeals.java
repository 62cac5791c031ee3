package io.onsale.standalone.system;

import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.privacy.BrokenSealException;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * All that somebody who has the process key can read in sealed fields of the log.
 *
 * <p>Every such field is tried with every key that is derived from the process key and every person's key that is still there, as sealed for everything that its record
 * names; so something is found here whoever sealed it.
 */
final class OpenedSeals {

    private static final List<String> PURPOSES =
            List.of("credential", "person-key", "recipient", "payment-token", "payment-challenge", "guest-token");
    private static final List<String> FIELDS = List.of("credential", "email", "name", "phone");

    /** Answers to "is this the same request"; nothing is sealed in them. */
    private static final Set<String> HASHES = Set.of("digest", "proof");

    private final List<Seal> derived;
    private final Seal keys;
    private final Map<String, List<Seal>> own = new HashMap<>();
    private final Set<String> texts = new LinkedHashSet<>();

    /** What one record names, and what is sealed in it. */
    private record Parts(Set<String> names, List<byte[]> sealed) {}

    OpenedSeals(ProcessKey key) {
        this.derived =
                PURPOSES.stream().map(purpose -> new Seal(key.derive(purpose))).toList();
        this.keys = new Seal(key.derive("person-key"));
    }

    /** Learns a person's key, which opens what is read after it. */
    void learn(String person, PersonKey key) {
        open(keys, bytes(key.getPersonKey()), "person-key:" + person)
                .forEach(opened ->
                        own.computeIfAbsent(person, unused -> new ArrayList<>()).add(new Seal(opened)));
    }

    /** Opens what it can in a record. */
    void read(String key, SpecificRecord value) {
        Parts parts = new Parts(new LinkedHashSet<>(), new ArrayList<>());
        collect(value, parts);
        if (parts.sealed().isEmpty()) {
            return;
        }
        parts.names().add(key);
        parts.sealed().forEach(box -> {
            for (String name : parts.names()) {
                Stream<String> contexts =
                        Stream.concat(Stream.of(name), PURPOSES.stream().map(purpose -> purpose + ":" + name));
                contexts.forEach(context -> derived.forEach(seal -> note(open(seal, box, context))));
                own.getOrDefault(name, List.of()).forEach(seal -> readOwn(seal, box, name, parts.names()));
            }
        });
    }

    private void readOwn(Seal seal, byte[] sealed, String person, Set<String> names) {
        FIELDS.forEach(field -> note(open(seal, sealed, field + ":" + person)));
        names.forEach(subject -> note(open(seal, sealed, "recipient of " + subject + ":" + person)));
    }

    /** Everything that could be opened. */
    Set<String> texts() {
        return Set.copyOf(texts);
    }

    private void note(List<byte[]> opened) {
        opened.forEach(text -> texts.add(new String(text, StandardCharsets.UTF_8)));
    }

    private static List<byte[]> open(Seal seal, byte[] sealed, String context) {
        try {
            return List.of(seal.open(sealed, context));
        } catch (BrokenSealException e) {
            return List.of();
        }
    }

    private static void collect(SpecificRecord record, Parts parts) {
        for (Schema.Field field : record.getSchema().getFields()) {
            if (!HASHES.contains(field.name())) {
                collect(record.get(field.pos()), parts);
            }
        }
    }

    private static void collect(@Nullable Object value, Parts parts) {
        if (value == null) {
            return;
        }
        switch (value) {
            case SpecificRecord nested -> collect(nested, parts);
            case ByteBuffer sealed -> parts.sealed().add(bytes(sealed));
            case CharSequence name -> parts.names().add(name.toString());
            case List<?> several -> several.forEach(each -> collect(each, parts));
            default -> {}
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
