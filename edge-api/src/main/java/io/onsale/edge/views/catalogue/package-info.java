/** Events as their organizers describe them, from the catalogue's state: one by its id, or many by what a fan looks for. */
@NullMarked
package io.onsale.edge.views.catalogue;

import org.jspecify.annotations.NullMarked;
