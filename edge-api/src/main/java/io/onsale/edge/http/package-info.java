/**
 * What every route shares, whatever it is about.
 *
 * <p>A route reads its body through {@link io.onsale.edge.http.Fields}, which names the field that is wrong, and refuses by throwing
 * {@link io.onsale.edge.http.ProblemException}; {@link io.onsale.edge.http.WebServer} turns that into {@code application/problem+json}. Handlers run on
 * virtual threads and may block.
 *
 * <p>Invariants: a body over 64 KiB is never parsed, and one that takes longer than its time is not waited for; a connection that will be closed says so; no
 * input is answered with a 5xx; nothing under {@code /api} may be cached unless its route says so.
 */
@NullMarked
package io.onsale.edge.http;

import org.jspecify.annotations.NullMarked;
