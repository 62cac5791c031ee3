/** Tests of the views of waiting rooms, and their facts as a script. */
@NullMarked
package io.onsale.edge.views.queue;

import org.jspecify.annotations.NullMarked;
