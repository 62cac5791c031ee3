package io.onsale.standalone.registry.state;

/** One version of a subject. */
public record SchemaVersion(String subject, int version, int id, Content content, boolean deleted) {
    public boolean isLive() {
        return !deleted;
    }

    SchemaVersion asDeleted() {
        return new SchemaVersion(subject, version, id, content, true);
    }
}
