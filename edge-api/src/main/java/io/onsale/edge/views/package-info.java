/**
 * What an edge knows: views in memory, each built from one topic of the log and from nothing else.
 *
 * <p>A {@link io.onsale.edge.views.Tail} reads a topic from its beginning, on a thread of its own, and hands each record to a
 * {@link io.onsale.edge.views.View}, which therefore has one writer and any number of readers. A view that counts its keys'
 * sequences has a {@link io.onsale.edge.views.Progress}, through which {@link io.onsale.edge.views.Versions} lets a reader wait until
 * its own write is in view.
 *
 * <p>Nothing here is the truth: an edge that starts anew reads the same log and knows the same.
 */
@NullMarked
package io.onsale.edge.views;

import org.jspecify.annotations.NullMarked;
