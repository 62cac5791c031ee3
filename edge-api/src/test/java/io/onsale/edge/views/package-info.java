/** Views tested with events as given and answers as then. */
@NullMarked
package io.onsale.edge.views;

import org.jspecify.annotations.NullMarked;
