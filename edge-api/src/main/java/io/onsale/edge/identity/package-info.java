/**
 * Who people are, as a company knows that may say so.
 *
 * <p>{@link io.onsale.edge.identity.IdentityProvider} is what the edge asks; {@link io.onsale.edge.identity.HttpIdentityProvider} asks a company
 * with the API of the simulated one. What a person tells for this is passed on and kept nowhere; what the company calls the person is all that stays.
 */
@NullMarked
package io.onsale.edge.identity;

import org.jspecify.annotations.NullMarked;
