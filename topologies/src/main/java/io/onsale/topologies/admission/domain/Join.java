package io.onsale.topologies.admission.domain;

/**
 * One fan joins.
 *
 * @param request the same request never joins twice
 */
public record Join(String fanId, Bytes request, int purchases, Origin origin) {

    /** Digests of where a join came from; 0 where that is not known. */
    public record Origin(long address, long device) {}
}
