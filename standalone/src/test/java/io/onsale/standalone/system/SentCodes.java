package io.onsale.standalone.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.standalone.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The codes that people were sent, as the simulated provider of messages has them. */
record SentCodes(Endpoints.Gateway gateway) {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6,8}\\b");
    private static final ObjectMapper JSON = new ObjectMapper();

    static SentCodes of(WholeSystem system) {
        return new SentCodes(system.standalone.endpoints().gateway());
    }

    /** The code in the newest message to a contact, once there is one. */
    String newest(String contact) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> now(contact), code -> !code.isEmpty());
    }

    private String now(String contact) throws IOException, InterruptedException {
        URI messages =
                URI.create(gateway.url() + "/v1/messages?to=" + URLEncoder.encode(contact, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(messages)
                .header("Authorization", "Bearer " + gateway.login())
                .build();
        String newest = "";
        JsonNode answer = JSON.readTree(
                EdgeApi.HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        for (JsonNode message : answer.path("messages")) {
            Matcher code = CODE.matcher(message.path("text").asText());
            newest = code.find() ? code.group() : newest;
        }
        return newest;
    }
}
