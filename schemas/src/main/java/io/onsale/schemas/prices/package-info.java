/**
 * What tickets cost: {@link io.onsale.schemas.prices.PriceRule}, by which checkout writes receipts and an edge says beforehand what one would come to.
 *
 * <p>Pure Java. Amounts are in a currency's minor unit, and all arithmetic is exact: an overflow is an exception, never another amount.
 */
@NullMarked
package io.onsale.schemas.prices;

import org.jspecify.annotations.NullMarked;
