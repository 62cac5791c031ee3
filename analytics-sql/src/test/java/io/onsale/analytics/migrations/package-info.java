@NullMarked
package io.onsale.analytics.migrations;

import org.jspecify.annotations.NullMarked;
