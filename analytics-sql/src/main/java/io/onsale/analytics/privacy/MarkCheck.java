package io.onsale.analytics.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onsale.analytics.rows.PrivacyMark;
import io.onsale.schemas.TopicKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Holds a record against the privacy marks of its schema. */
final class MarkCheck {
    private static final int NONCE_AND_TAG = 28;
    private static final Set<TopicKind> SECRETS_ALLOWED = Set.of(TopicKind.COMMANDS, TopicKind.STATE, TopicKind.KEYS);

    private final boolean secretsAllowed;
    private final List<String> broken = new ArrayList<>();

    private MarkCheck(boolean secretsAllowed) {
        this.secretsAllowed = secretsAllowed;
    }

    /** What is wrong with a record on a topic of this kind: secrets outside commands, state and keys, or bytes that are not sealed. */
    static List<String> of(TopicKind kind, IndexedRecord record) {
        MarkCheck check = new MarkCheck(SECRETS_ALLOWED.contains(kind));
        check.record(record);
        return check.broken;
    }

    private void record(IndexedRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                field(record.getSchema().getName() + "." + field.name(), PrivacyMark.of(field), value);
            }
        }
    }

    private void field(String name, PrivacyMark mark, Object value) {
        if (mark == PrivacyMark.SECRET && !secretsAllowed) {
            broken.add(name + " is secret and may not be here");
        }
        if (mark.seals() && value instanceof ByteBuffer bytes && !looksSealed(bytes)) {
            broken.add(name + " is not sealed");
        }
        if (mark == PrivacyMark.SECRET && value instanceof CharSequence) {
            broken.add(name + " is secret and plain text");
        }
        nested(name, mark, value);
    }

    private void nested(String name, PrivacyMark mark, Object value) {
        if (value instanceof IndexedRecord record) {
            record(record);
        }
        if (value instanceof Collection<?> values) {
            values.forEach(element -> field(name, mark, element));
        }
    }

    /** Sealed bytes have a nonce and a tag, and are never text, but by a chance nobody lives to see. */
    private static boolean looksSealed(ByteBuffer bytes) {
        if (bytes.remaining() < NONCE_AND_TAG) {
            return false;
        }
        try {
            UTF_8.newDecoder().decode(bytes.duplicate());
            return false;
        } catch (CharacterCodingException e) {
            return true;
        }
    }
}
