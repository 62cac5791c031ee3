/** A provider that says whether people are who they say: everybody is, but those whose phone number ends in 0000. */
@NullMarked
package io.onsale.payments.simulator.identities;

import org.jspecify.annotations.NullMarked;
