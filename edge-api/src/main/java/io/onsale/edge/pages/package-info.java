/**
 * The web pages of the edge: events from the list to the ticket at {@code /events}, an account's own at {@code /me}, an organizer's at {@code /organizer},
 * the sale that is running at {@code /}, the API at {@code /docs}, and its OpenAPI document at {@code /openapi.json}.
 *
 * <p>A page has no data: whatever it shows its script asks of the API, as any client would (ADR 0019). So a page with an id in its path is the same file for
 * any id. {@link io.onsale.edge.pages.Html} puts each together from its own file and the parts that all share. What the scripts of a page say to people is in
 * a file beside them, such as {@code shop/line-texts.js}; what several say, and what went wrong, in {@code kit}.
 *
 * <p>Pages are plain HTML, CSS and ES modules from this module's resources, and Swagger UI from its WebJar. They are read once, when the edge starts,
 * and served from memory under a fixed list of paths, so no path of a request ever reaches a file system. The content security policy allows
 * nothing but the edge's own files; the pages have no inline script or style.
 *
 * <p>The OpenAPI document is written by hand, a file for each area under {@code openapi/}; a test compares it with the routes both ways.
 */
@NullMarked
package io.onsale.edge.pages;

import org.jspecify.annotations.NullMarked;
