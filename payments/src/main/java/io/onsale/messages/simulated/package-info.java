/** The client of the simulated provider of messages, which is part of {@code ./onsale run gateway}. */
@NullMarked
package io.onsale.messages.simulated;

import org.jspecify.annotations.NullMarked;
