package io.onsale.edge.queue.challenge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service that is asked as reCAPTCHA, hCaptcha and Turnstile are: a form with secret, response and remoteip, answered by {@code {"success": …}}. */
public final class SiteVerify implements ChallengeProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SiteVerify.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final int AT_ONCE = 256;

    private final URI url;
    private final String siteKey;
    private final String secret;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    public SiteVerify(URI url, String siteKey, String secret) {
        this.url = url;
        this.siteKey = siteKey;
        this.secret = secret;
    }

    @Override
    public String siteKey() {
        return siteKey;
    }

    @Override
    public Verdict verify(String answer, String address) {
        if (!places.tryAcquire()) {
            return Verdict.AWAY;
        }
        try {
            HttpResponse<byte[]> response =
                    http.send(request(answer, address), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                return away("HTTP " + response.statusCode());
            }
            return JSON.readTree(response.body()).path("success").asBoolean() ? Verdict.RIGHT : Verdict.WRONG;
        } catch (IOException e) {
            return away(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.AWAY;
        } finally {
            places.release();
        }
    }

    private HttpRequest request(String answer, String address) {
        String form = "secret=" + encoded(secret) + "&response=" + encoded(answer) + "&remoteip=" + encoded(address);
        return HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Verdict away(String reason) {
        LOG.atWarn().addKeyValue("reason", reason).log("The challenge service did not answer");
        return Verdict.AWAY;
    }
}
