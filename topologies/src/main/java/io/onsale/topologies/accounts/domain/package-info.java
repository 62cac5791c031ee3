/**
 * Accounts' rules: pure Java.
 *
 * <p>{@link io.onsale.topologies.accounts.domain.AccountsDecider} judges: who may have an email address by
 * {@link io.onsale.topologies.accounts.domain.SignUpRules}, who sets its password by {@link io.onsale.topologies.accounts.domain.PasswordRules}, who
 * holds a session's valid token by {@link io.onsale.topologies.accounts.domain.SessionRules}. What they need to know is kept by
 * {@link io.onsale.topologies.accounts.domain.IdentityBook} and {@link io.onsale.topologies.accounts.domain.SessionBook}, which only
 * {@link io.onsale.topologies.accounts.domain.AccountsBooks} changes, by applying events.
 */
@NullMarked
package io.onsale.topologies.accounts.domain;

import org.jspecify.annotations.NullMarked;
