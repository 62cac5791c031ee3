/**
 * The command line: one class a command, each of which reads its options and calls one thing.
 *
 * <p>Results go to standard output, progress and complaints to standard error. Exit status: 0 done, 1 it could not be done or a check
 * failed, 2 the command was not understood.
 */
@NullMarked
package io.onsale.standalone.cli;

import org.jspecify.annotations.NullMarked;
