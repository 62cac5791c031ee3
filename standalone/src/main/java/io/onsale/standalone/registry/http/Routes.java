package io.onsale.standalone.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.standalone.registry.rules.RegistryError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which answer belongs to which method and path. */
final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** Adds a route; {@code {}} in its path stands for anything. */
    void on(String method, String path, Function<Request, Object> answer) {
        routes.add(new Route(method, segments(path), answer));
    }

    Object answer(String method, List<String> path, Map<String, String> query, JsonNode body) {
        boolean knownPath = false;
        for (Route route : routes) {
            Optional<List<String>> variables = route.match(path);
            if (variables.isPresent() && route.method.equals(method)) {
                return route.answer.apply(new Request(variables.get(), query, body));
            }
            knownPath |= variables.isPresent();
        }
        throw knownPath
                ? new RegistryError(405, 405, "HTTP 405 Method Not Allowed")
                : new RegistryError(404, 404, "HTTP 404 Not Found");
    }

    static List<String> segments(String path) {
        return List.of(path.split("/", -1)).stream()
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private record Route(String method, List<String> segments, Function<Request, Object> answer) {
        Optional<List<String>> match(List<String> path) {
            if (path.size() != segments.size()) {
                return Optional.empty();
            }
            List<String> variables = new ArrayList<>();
            for (int i = 0; i < path.size(); i++) {
                if (segments.get(i).equals("{}")) {
                    variables.add(path.get(i));
                } else if (!segments.get(i).equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }
}
