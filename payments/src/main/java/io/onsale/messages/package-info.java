/**
 * The messages process: the only one that sends people messages.
 *
 * <p>It does what {@code onsale.messages.commands.v1} asks for. The log has no code: it is derived here from the process key, as it is derived where it is judged,
 * and who it goes to is sealed with that person's own key until then: it is opened with the keys of {@code onsale.accounts.keys.v1}, and whoever is deleted gets no
 * message any more. Neither is ever logged. A message may be sent twice; the provider recognises it by its idempotency key.
 */
@NullMarked
package io.onsale.messages;

import org.jspecify.annotations.NullMarked;
