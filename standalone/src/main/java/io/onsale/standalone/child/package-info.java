/**
 * Child processes that are there for as long as this one: {@link io.onsale.standalone.child.Supervised} starts a child again whenever it ends;
 * {@link io.onsale.standalone.child.ChildJvm} is such a child, a JVM of ours.
 *
 * <p>A child reads its standard input and goes when that ends, so none outlives a parent that was killed.
 */
@NullMarked
package io.onsale.standalone.child;

import org.jspecify.annotations.NullMarked;
