package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.auth.Throttles;
import io.onsale.schemas.privacy.Pseudonyms;

/**
 * What the log calls the address that a request comes from, so that guesses can be told apart by where they are made.
 *
 * @param throttles knows the address
 */
record Sources(Throttles throttles, Pseudonyms pseudonyms) {

    String of(Context ctx) {
        return pseudonyms.address(throttles.address(ctx));
    }
}
