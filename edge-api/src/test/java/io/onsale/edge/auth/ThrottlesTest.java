package io.onsale.edge.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Throttles.Call;
import io.onsale.edge.http.ClientAddresses;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThrottlesTest {

    private static final int DELETIONS = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server = server(List.of(), 1);
    private int port = server.start();

    @AfterEach
    void stop() {
        // The client first: a server waits a second for connections that might still be used.
        client.close();
        server.close();
    }

    private record Throttled(Throttles throttles) implements Routes {

        @Override
        public void register(RoutesConfig routes) {
            routes.get("/throttled", this::answer);
        }

        private void answer(Context ctx) {
            throttles.take(ctx, Call.DELETE);
            ctx.status(204);
        }
    }

    @Test
    void anAddressThatAsksTooOftenIsToldWhenToComeAgain() throws Exception {
        assertThat(accepted("")).isEqualTo(DELETIONS);

        HttpResponse<String> refused = call("");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(refused.body()).contains("too_many_requests");
    }

    @Test
    void everyAnswerTellsTheLimitAndWhatIsLeftOfIt() throws Exception {
        HttpResponse<String> first = call("");
        assertThat(first.headers().firstValue("RateLimit-Policy")).hasValue("\"delete\";q=20;w=60");
        assertThat(first.headers().firstValue("RateLimit").orElseThrow()).matches("\"delete\";r=19;t=[1-9][0-9]*");
        assertThat(accepted("")).isEqualTo(DELETIONS - 1);

        HttpResponse<String> refused = call("");

        assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"delete\";q=20;w=60");
        assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"delete\";r=0;t=");
    }

    @Test
    void whatAClientWritesOfItselfDoesNotCount() throws Exception {
        assertThat(accepted("203.0.113.1")).isEqualTo(DELETIONS);

        assertThat(call("203.0.113.2").statusCode()).isEqualTo(429);
    }

    @Test
    void behindATrustedProxyTheAddressItNamesCounts() throws Exception {
        restart(List.of("127.0.0.0/8", "10.0.0.0/8"), 1);
        assertThat(accepted("198.51.100.7, 203.0.113.1, 10.1.2.3")).isEqualTo(DELETIONS);

        assertThat(call("192.0.2.9, 203.0.113.1").statusCode()).isEqualTo(429);
        assertThat(call("203.0.113.1, 203.0.113.2").statusCode()).isEqualTo(204);
    }

    @Test
    void behindATrustedProxyAnIpv6NetworkIsOneCaller() throws Exception {
        restart(List.of("127.0.0.1"), 1);
        assertThat(accepted("2001:db8:1:2::1")).isEqualTo(DELETIONS);

        assertThat(call("2001:db8:1:2:ffff::9").statusCode()).isEqualTo(429);
        assertThat(call("2001:db8:1:3::1").statusCode()).isEqualTo(204);
    }

    @Test
    void whatIsNoAddressIsNeitherLookedUpNorBelieved() throws Exception {
        restart(List.of("127.0.0.1"), 1);
        assertThat(accepted("localhost")).isEqualTo(DELETIONS);

        assertThat(call("example.com").statusCode()).isEqualTo(429);
    }

    @Test
    void ofSeveralEdgesEachGivesOutItsShare() throws Exception {
        restart(List.of(), 4);

        assertThat(accepted("")).isEqualTo(DELETIONS / 4);
    }

    private void restart(List<String> proxies, int edges) {
        server.close();
        server = server(proxies, edges);
        port = server.start();
    }

    private static WebServer server(List<String> proxies, int edges) {
        Throttles throttles = new Throttles(ClientAddresses.behind(proxies), edges);
        return new WebServer("127.0.0.1", 0, List.of(new Throttled(throttles)));
    }

    /** How many calls are let through before the first is refused. */
    private int accepted(String forwarded) throws IOException, InterruptedException {
        int calls = 0;
        while (calls < DELETIONS && call(forwarded).statusCode() == 204) {
            calls++;
        }
        return calls;
    }

    private HttpResponse<String> call(String forwarded) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/throttled"));
        if (!forwarded.isEmpty()) {
            request.header("X-Forwarded-For", forwarded);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
