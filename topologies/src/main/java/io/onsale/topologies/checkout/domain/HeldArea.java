package io.onsale.topologies.checkout.domain;

import org.jspecify.annotations.Nullable;

/**
 * So many places of a section without numbered seats.
 *
 * @param price of one
 */
public record HeldArea(String section, @Nullable String slot, int quantity, String grade, long price) {

    HeldArea times(int places) {
        return new HeldArea(section, slot, places, grade, price);
    }
}
