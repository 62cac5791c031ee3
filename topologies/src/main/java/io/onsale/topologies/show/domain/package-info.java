/** A show as an organizer defines it: values only, without Kafka or Avro. */
@NullMarked
package io.onsale.topologies.show.domain;

import org.jspecify.annotations.NullMarked;
