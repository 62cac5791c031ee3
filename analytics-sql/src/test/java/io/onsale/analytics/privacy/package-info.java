@NullMarked
package io.onsale.analytics.privacy;

import org.jspecify.annotations.NullMarked;
