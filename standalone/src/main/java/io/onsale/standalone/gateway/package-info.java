/**
 * The simulated companies (payment gateway, messages, identities) in a child JVM, as {@code ./onsale up} and {@code demo} have them.
 *
 * <p>They are a process of their own because the real ones are: they may die, and be slow, without us. The child ends with its parent, at the end of its
 * standard input, and is started anew when it dies before.
 */
@NullMarked
package io.onsale.standalone.gateway;

import org.jspecify.annotations.NullMarked;
