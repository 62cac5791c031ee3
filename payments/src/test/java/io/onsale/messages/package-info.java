@NullMarked
package io.onsale.messages;

import org.jspecify.annotations.NullMarked;
