/**
 * The edge: the only process that people reach. It checks who asks and what for, writes a command to the log, waits for the committed answer, and
 * answers reads from views of the log in memory. It decides nothing itself and keeps no state that matters.
 *
 * <ul>
 *   <li>{@code http}: what every route shares: problems, bodies, headers, versions, metrics.
 *   <li>{@code auth}: passwords, tokens, and who the caller is.
 *   <li>{@code log}: commands out, replies in.
 *   <li>{@code routes}: the calls that write.
 *   <li>{@code views}: what is read.
 * </ul>
 */
@NullMarked
package io.onsale.edge;

import org.jspecify.annotations.NullMarked;
