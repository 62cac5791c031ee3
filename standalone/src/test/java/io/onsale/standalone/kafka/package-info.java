/** Tests of the broker in the process. */
@NullMarked
package io.onsale.standalone.kafka;

import org.jspecify.annotations.NullMarked;
