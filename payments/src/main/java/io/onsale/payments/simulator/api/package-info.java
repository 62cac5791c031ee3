/** JSON over HTTP as the simulated companies speak it: a login, one body in and one out, errors as {@code {code, detail}}. */
@NullMarked
package io.onsale.payments.simulator.api;

import org.jspecify.annotations.NullMarked;
