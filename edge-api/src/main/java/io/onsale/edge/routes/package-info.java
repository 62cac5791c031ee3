/**
 * The calls that write: each reads a request strictly, makes one command of it, and answers what was decided.
 *
 * <p>Ids are made here, before the command is sent; a repeated request is answered with the ids that were recorded the first time, because answers are
 * made from the reply and nothing else. Whether a thing is allowed is decided in the log; here only what can't even be asked is refused.
 */
@NullMarked
package io.onsale.edge.routes;

import org.jspecify.annotations.NullMarked;
