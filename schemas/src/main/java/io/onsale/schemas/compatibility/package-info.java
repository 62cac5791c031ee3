/**
 * Which changes of a schema are allowed.
 *
 * <p>A {@link io.onsale.schemas.compatibility.Compatibility} is a list of {@link io.onsale.schemas.compatibility.ChangeRule}s
 * applied in the directions of a {@link io.onsale.schemas.compatibility.CompatibilityLevel}. Avro's own rules say whether a
 * reader can make sense of a writer's bytes. Onsale's say more: an amount must keep its scale and an instant its unit, a
 * symbol that was written must stay readable as itself, and a field once marked personal or secret stays so.
 */
@NullMarked
package io.onsale.schemas.compatibility;

import org.jspecify.annotations.NullMarked;
