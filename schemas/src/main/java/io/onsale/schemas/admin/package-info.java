/**
 * Brings a Kafka cluster's topics in line with the catalogue.
 *
 * <p>{@link io.onsale.schemas.admin.TopicSetup} creates what is missing and refuses to go on where a topic is there with
 * another number of partitions or another cleanup policy: keys would go to other partitions, or history would be lost.
 */
@NullMarked
package io.onsale.schemas.admin;

import org.jspecify.annotations.NullMarked;
