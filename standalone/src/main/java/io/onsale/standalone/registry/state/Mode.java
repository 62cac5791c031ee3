package io.onsale.standalone.registry.state;

/** What may be done to a subject. */
public enum Mode {
    READWRITE,
    READONLY,
    /** Read-only everywhere, whatever the subjects' own modes say. */
    READONLY_OVERRIDE,
    /** Ids are given by whoever registers, as when a registry is copied. */
    IMPORT;

    public boolean isReadOnly() {
        return this == READONLY || this == READONLY_OVERRIDE;
    }
}
