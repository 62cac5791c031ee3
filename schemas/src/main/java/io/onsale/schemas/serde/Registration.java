package io.onsale.schemas.serde;

/** What a producer does about a schema that the registry may not have yet. */
public enum Registration {
    /** Registers it: for one machine, where nobody releases schemas. */
    REGISTER,
    /** Only looks it up, and fails if it was not released: for production. */
    LOOK_UP
}
