/** What tests of topologies share: a domain without Kafka, and a topology with real serdes on a registry in this JVM. */
@NullMarked
package io.onsale.topologies.testing;

import org.jspecify.annotations.NullMarked;
