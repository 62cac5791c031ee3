/**
 * Who is calling: passwords, tokens, and the people behind them.
 *
 * <p>A password becomes an Argon2id hash on a small pool of its own and leaves the edge only sealed. Signing in opens a session; the log remembers
 * just its generation. What a client holds is an access token, a signed statement that is true for ten minutes, and a refresh token, an authenticated
 * name of one generation of the session. Neither is ever stored or written to the log.
 *
 * <p>Invariants: whatever is wrong with a token gives 401 and never more; a login for an unknown email takes as long as one with a wrong password;
 * issuers other than this deployment vouch for fans only, whom we know as {@code issuer:subject}, and so never for one of our accounts.
 */
@NullMarked
package io.onsale.edge.auth;

import org.jspecify.annotations.NullMarked;
