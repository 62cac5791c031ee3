package io.onsale.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.ToldToUser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./onsale messages}. */
@Command(
        name = "messages",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what the simulated provider of messages was asked to send to somebody, such as a guest's code.",
            "A line for each message, the newest last."
        })
final class MessagesCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Parameters(index = "0", paramLabel = "CONTACT", description = "email address or phone number, as in +821012345678")
    private String contact = "";

    @Mixin
    private SystemOptions system = new SystemOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Endpoints.Gateway provider = system.find().gateway();
        URI messages =
                URI.create(provider.url() + "/v1/messages?to=" + URLEncoder.encode(contact, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(messages)
                .header("Authorization", "Bearer " + provider.login())
                .timeout(PATIENCE)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new ToldToUser("the simulated provider answers " + answer.statusCode());
            }
            for (JsonNode message : new ObjectMapper().readTree(answer.body()).path("messages")) {
                System.out.println(message.path("at").asText() + "  "
                        + message.path("text").asText());
            }
        }
        return 0;
    }
}
