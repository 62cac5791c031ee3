/** Pages as clients get them, and the OpenAPI document against what runs. */
@NullMarked
package io.onsale.edge.pages;

import org.jspecify.annotations.NullMarked;
