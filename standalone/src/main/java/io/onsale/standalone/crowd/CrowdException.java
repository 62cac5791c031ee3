package io.onsale.standalone.crowd;

import io.onsale.standalone.ToldToUser;

/** The crowd could not set out; says what the edge answered. */
public final class CrowdException extends ToldToUser {

    CrowdException(String what, EdgeAnswer answer) {
        super("%s: %s %s"
                .formatted(what, answer.status() == 0 ? "no answer" : "status " + answer.status(), answer.body()));
    }
}
