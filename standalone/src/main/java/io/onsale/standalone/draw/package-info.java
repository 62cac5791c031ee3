/**
 * {@code ./onsale verify-draw}: a published draw and a fan's receipt, read from files and computed again, without a network.
 *
 * <p>{@code docs/draw.md} says what the files look like. What is right is for {@link io.onsale.waiting.DrawCheck} to say, this package reads and prints.
 */
@NullMarked
package io.onsale.standalone.draw;

import org.jspecify.annotations.NullMarked;
