package io.onsale.edge.views;

import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Version;
import java.time.Duration;
import java.util.List;

/** Lets a reader wait until what it wrote, on whichever instance, is in this instance's views. */
public final class Versions {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String EMAIL_KEYS = "email:";

    private final Progress accounts;
    private final Progress catalogue;
    private final Progress inventory;
    private final Progress checkout;
    private final Progress admission;

    public Versions(Progress accounts, Progress catalogue, Progress inventory, Progress checkout, Progress admission) {
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.inventory = inventory;
        this.checkout = checkout;
        this.admission = admission;
    }

    /** Waits until what a request says it has seen is in view, and refuses it where that takes too long. */
    public void awaitWanted(List<Version> wanted) throws InterruptedException {
        if (!await(wanted, PATIENCE)) {
            throw Problem.of(503, "not_caught_up", "This instance has not seen that version yet.")
                    .retryAfterSeconds(1)
                    .toException();
        }
    }

    /** Waits until all the versions are in view; false where the time given did not suffice. */
    public boolean await(List<Version> versions, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (Version version : versions) {
            if (!await(version, Duration.ofNanos(deadline - System.nanoTime()))) {
                return false;
            }
        }
        return true;
    }

    private boolean await(Version version, Duration patience) throws InterruptedException {
        return switch (version.domain()) {
            // Sessions have keys of their own, and no view that a read could be behind with.
            case ACCOUNTS ->
                !version.key().startsWith(EMAIL_KEYS) || accounts.await(version.key(), version.sequence(), patience);
            case CATALOGUE -> catalogue.await(version.key(), version.sequence(), patience);
            case INVENTORY -> inventory.await(version.key(), version.sequence(), patience);
            case CHECKOUT -> checkout.await(version.key(), version.sequence(), patience);
            case ADMISSION -> admission.await(version.key(), version.sequence(), patience);
        };
    }
}
