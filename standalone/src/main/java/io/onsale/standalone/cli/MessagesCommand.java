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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Spec
    private CommandSpec spec = CommandSpec.create();

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
            tell(new ObjectMapper().readTree(answer.body()).path("messages"));
        }
        return 0;
    }

    private void tell(JsonNode messages) {
        if (messages.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("nothing was sent to " + contact + "; a phone number is written as in +821012345678");
        }
        for (JsonNode message : messages) {
            System.out.println(
                    message.path("at").asText() + "  " + message.path("text").asText());
        }
    }
}
