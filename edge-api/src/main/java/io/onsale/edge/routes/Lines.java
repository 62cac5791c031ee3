package io.onsale.edge.routes;

import io.onsale.schemas.accounts.PlaceInLine;
import java.util.List;

/** Where somebody waits or shops. */
@FunctionalInterface
public interface Lines {

    /** Every place that a fan has, as far as this edge has it in view. */
    List<PlaceInLine> of(String fanId);
}
