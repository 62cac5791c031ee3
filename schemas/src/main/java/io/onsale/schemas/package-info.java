/**
 * The vocabulary of Onsale: Avro schemas (in {@code src/main/avro}, one folder a domain) and the catalogue of topics they travel on.
 *
 * <p>{@link io.onsale.schemas.Topics} is the one place that names a topic. Topics are created from it, checked against it, and documented by it.
 */
@NullMarked
package io.onsale.schemas;

import org.jspecify.annotations.NullMarked;
