package io.onsale.standalone.run;

import java.net.URI;

/**
 * Where the payment gateway and the provider of messages are.
 *
 * @param key the login there
 */
record CompanyVariables(URI url, String key) {

    static CompanyVariables from(Environment environment) {
        URI url = environment
                .parsed(Variable.ONSALE_GATEWAY_URL, CompanyVariables::address)
                .orElse(URI.create("http://127.0.0.1"));
        return new CompanyVariables(url, environment.text(Variable.ONSALE_GATEWAY_KEY));
    }

    private static URI address(String text) {
        URI url = URI.create(text);
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("not an address of HTTP");
        }
        return url;
    }
}
