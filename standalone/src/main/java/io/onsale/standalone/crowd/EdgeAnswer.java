package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;

/**
 * What an edge answered.
 *
 * @param status 0 where no answer came
 * @param body the answer's JSON; missing where there is none
 * @param version what a later read sends to see this write; empty where there is none
 */
record EdgeAnswer(int status, JsonNode body, String version, Duration took) {

    static EdgeAnswer none(Duration took) {
        return new EdgeAnswer(0, MissingNode.getInstance(), "", took);
    }

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** The refusal's code; empty where there is none. */
    String code() {
        return text("code");
    }

    String text(String field) {
        return body.path(field).asText("");
    }

    /** Whether it does not say what became of the request, so that it is to be sent again. */
    boolean undecided() {
        return status == 0
                || status == 429
                || status == 503
                || status == 504
                || (status == 409 && code().equals("request_in_flight"));
    }
}
