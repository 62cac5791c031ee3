package io.onsale.schemas.admin;

import java.util.List;

/** Topics of the cluster that differ from the catalogue in a way nobody can change afterwards. */
public final class TopicMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicMismatchException(List<String> differences) {
        super("the cluster's topics differ from the catalogue: " + String.join("; ", differences));
    }
}
