package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Routes;
import io.onsale.schemas.checkout.PaymentMethod;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** By what orders can be paid here. */
public final class PaymentMethodRoutes implements Routes {

    private static final List<String> METHODS = Arrays.stream(PaymentMethod.values())
            .map(method -> method.name().toLowerCase(Locale.ROOT))
            .toList();

    /** Those that the simulated gateway knows; what comes of each is said where the API is documented. */
    private static final List<String> TEST_CARDS =
            List.of("test-approve", "test-decline", "test-3ds", "test-timeout", "test-late");

    private final List<String> testCards;

    /**
     * Routes for a gateway.
     *
     * @param testCards whether it is the simulated one
     */
    public PaymentMethodRoutes(boolean testCards) {
        this.testCards = testCards ? TEST_CARDS : List.of();
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/payments/methods", this::methods);
    }

    private void methods(Context ctx) {
        Json.answer(ctx, 200, Map.of("methods", METHODS, "test_cards", testCards));
    }
}
