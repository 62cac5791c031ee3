/** Tests of the calls that write, against a real server and a log that decides what the test says. */
@NullMarked
package io.onsale.edge.routes;

import org.jspecify.annotations.NullMarked;
