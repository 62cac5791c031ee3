package io.onsale.topologies.admission.domain;

/**
 * One fan joins.
 *
 * @param request the same request never joins twice
 */
public record Join(String fanId, Bytes request, int purchases, Origin origin) {

    /**
     * Digests of where a join came from and who it is; 0 where that is not known.
     *
     * @param person by whom the event counts tickets, whichever of their identities asks
     */
    public record Origin(long address, long device, long person) {

        /** By what devices are counted: all those of an address who name none have one together. */
        long deviceOrAddress() {
            return device == 0 ? address : device;
        }
    }
}
