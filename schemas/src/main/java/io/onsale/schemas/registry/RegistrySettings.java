package io.onsale.schemas.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the registry is and how patient to be with it.
 *
 * @param urls base addresses, tried in turn
 * @param login optional user and password for basic authentication
 * @param requestTimeout how long one request may take
 * @param patience how long to go on trying before the registry counts as unavailable
 */
public record RegistrySettings(List<URI> urls, Optional<Login> login, Duration requestTimeout, Duration patience) {
    public RegistrySettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("a schema registry needs at least one address");
        }
    }

    /** Settings for a comma-separated list of addresses, such as {@code http://one:8081,http://two:8081}. */
    public static RegistrySettings of(String urls) {
        List<URI> parsed = Arrays.stream(urls.split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(RegistrySettings::parse)
                .toList();
        return new RegistrySettings(parsed, Optional.empty(), Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    public RegistrySettings withLogin(String user, String password) {
        return new RegistrySettings(urls, Optional.of(new Login(user, password)), requestTimeout, patience);
    }

    public RegistrySettings withPatience(Duration longer) {
        return new RegistrySettings(urls, login, requestTimeout, longer);
    }

    public RegistrySettings withRequestTimeout(Duration timeout) {
        return new RegistrySettings(urls, login, timeout, patience);
    }

    private static URI parse(String url) {
        URI uri;
        try {
            uri = URI.create(url.replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a schema registry address: " + url, e);
        }
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("a schema registry address starts with http:// or https://, not " + url);
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("give the schema registry's user and password apart from its address");
        }
        return uri;
    }

    /** A user and a password that never show up in a log line. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[user=" + user + "]";
        }
    }
}
