/**
 * How the database comes to be.
 *
 * <p>Each numbered file beside this package is one statement that may be repeated without harm. {@link
 * io.onsale.analytics.migrations.Migrations} applies those that {@code onsale.migrations} doesn't list yet, in order, and records each with
 * the SHA-256 of its text. A file that was applied somewhere must never change: write another one.
 */
@NullMarked
package io.onsale.analytics.migrations;

import org.jspecify.annotations.NullMarked;
