/**
 * Admission's rules: pure Java.
 *
 * <p>{@link io.onsale.topologies.admission.domain.AdmissionDecider} hands each command to the rules it concerns: the room, the draw, joining,
 * places, shoppers, admitting. {@link io.onsale.topologies.admission.domain.AdmissionBooks} lets events change the state; nothing else does.
 *
 * <p>What has to be known about everybody who waits at once, above all their order, is in memory in a {@link
 * io.onsale.topologies.admission.domain.Crowd} of each room. It is made from the rows at start and never the truth.
 */
@NullMarked
package io.onsale.topologies.admission.domain;

import org.jspecify.annotations.NullMarked;
