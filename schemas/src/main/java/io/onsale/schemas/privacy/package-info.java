/**
 * What keeps people's data from being read: everything here starts from one process key of 32 bytes that the processes of a deployment share.
 *
 * <ul>
 *   <li>{@link io.onsale.schemas.privacy.ProcessKey} gives every purpose a key of its own, so that no two uses can be played against each other.
 *   <li>{@link io.onsale.schemas.privacy.Seal} encrypts. Secrets are sealed with a key derived from the process key, personal fields with a person's own
 *       key, which is itself sealed: destroying that one key makes all of a person's data unreadable.
 *   <li>{@link io.onsale.schemas.privacy.PersonKeys}, {@link io.onsale.schemas.privacy.PersonSeal} and {@link io.onsale.schemas.privacy.KeyRing} are
 *       those keys: made and sealed, at work, and as their topic tells them.
 *   <li>{@link io.onsale.schemas.privacy.Pseudonyms} replaces what names a person by what only this deployment can link.
 *   <li>{@link io.onsale.schemas.privacy.Contacts} gives every email address and phone number the one spelling that pseudonyms are made of.
 *   <li>{@link io.onsale.schemas.privacy.SecretSeals} says which secrets travel sealed from the edge to whoever talks to other companies.
 *   <li>{@link io.onsale.schemas.privacy.WebhookSignature} tells a gateway's webhook from everybody else's.
 * </ul>
 */
@NullMarked
package io.onsale.schemas.privacy;

import org.jspecify.annotations.NullMarked;
