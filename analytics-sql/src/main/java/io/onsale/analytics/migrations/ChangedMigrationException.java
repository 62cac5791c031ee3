package io.onsale.analytics.migrations;

/** A migration that was already applied has another text now. */
public final class ChangedMigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChangedMigrationException(String name) {
        super("migration " + name + " was changed after it had been applied to this database;"
                + " restore its text and write what is new as another migration");
    }
}
