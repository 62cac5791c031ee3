/**
 * A waiting room's draw and line, pure and without dependencies: admission decides with it, the edge shows with it, and anybody can check
 * with it what was decided.
 */
@NullMarked
package io.onsale.waiting;

import org.jspecify.annotations.NullMarked;
