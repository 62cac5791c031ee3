package io.onsale.topologies.admission.domain;

/** Why somebody who was let in may shop no more. */
public enum AdmissionEnd {
    LEFT,
    EXPIRED,
    NO_SHOW,
    FINISHED
}
