/** A provider of messages that delivers them nowhere: what was sent to somebody can be read back, which is how tests and developers get at codes. */
@NullMarked
package io.onsale.payments.simulator.messages;

import org.jspecify.annotations.NullMarked;
