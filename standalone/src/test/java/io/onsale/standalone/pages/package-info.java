/**
 * The web pages in a real browser, over the whole system.
 *
 * <p>Chromium is looked for under {@code CHROMIUM_PATH} and where systems install it. Where there is none these tests are skipped, loudly; with
 * {@code ONSALE_REQUIRE_CHROMIUM=true} they fail.
 */
@NullMarked
package io.onsale.standalone.pages;

import org.jspecify.annotations.NullMarked;
