package io.onsale.payments.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;

/** What a request is answered with. */
public record Reply(int status, JsonNode body) {}
