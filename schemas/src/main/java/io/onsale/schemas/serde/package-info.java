/**
 * Avro on Kafka in Confluent's wire format: a zero byte, the schema's id in four bytes, the record in Avro's binary form.
 *
 * <p>{@link io.onsale.schemas.serde.AvroSerdes} makes a {@code Serde} for any generated class. Writing finds the id of the
 * class's schema under the subject {@code <topic>-value} once per topic; reading fetches the writer's schema once per id
 * and resolves it to the class, so that records written by older and newer releases can be read.
 *
 * <p>Bytes that cannot be decoded, whatever they are, give Kafka's {@code SerializationException}, quickly and without
 * claiming memory for what is not there: such a record belongs to the dead letters. A registry that does not answer gives
 * {@link io.onsale.schemas.registry.RegistryUnavailableException} instead, which says nothing about the record.
 */
@NullMarked
package io.onsale.schemas.serde;

import org.jspecify.annotations.NullMarked;
