package io.onsale.standalone.run;

import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.standalone.Endpoints;
import java.util.Map;
import java.util.Optional;

/** What the variables {@code SCHEMA_REGISTRY_…} say, to every process and command alike. */
public final class RegistryVariables {

    private static final String LOCAL = "http://127.0.0.1:8081";

    private RegistryVariables() {}

    /** Whether the environment names a registry. */
    public static boolean given(Map<String, String> values) {
        return !values.getOrDefault(Variable.SCHEMA_REGISTRY_URL.name(), "").isBlank();
    }

    /** The registry that the environment names, or one on this machine, with the login it asks for. */
    public static RegistrySettings givenOrLocal(Map<String, String> values) {
        Environment environment = new Environment(values);
        String addresses = given(values) ? environment.text(Variable.SCHEMA_REGISTRY_URL) : LOCAL;
        Optional<RegistrySettings> open =
                environment.parsed(Variable.SCHEMA_REGISTRY_URL, addresses, RegistrySettings::of);
        Optional<Endpoints.Login> login = login(environment);
        environment.check();
        return with(login, open.orElseThrow());
    }

    /** Whoever asks the registry, where it wants to know, with a problem noted where the password is missing. */
    static Optional<Endpoints.Login> login(Environment environment) {
        String user = environment.textOr(Variable.SCHEMA_REGISTRY_USER, "");
        return user.isEmpty()
                ? Optional.empty()
                : Optional.of(new Endpoints.Login(user, environment.text(Variable.SCHEMA_REGISTRY_PASSWORD)));
    }

    static RegistrySettings with(Optional<Endpoints.Login> login, RegistrySettings open) {
        return login.map(known -> open.withLogin(known.user(), known.password()))
                .orElse(open);
    }
}
