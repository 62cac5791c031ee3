package io.onsale.edge.http;

import io.javalin.config.RoutesConfig;

/** A group of routes about one thing. */
@FunctionalInterface
public interface Routes {

    /** Adds the routes; called once, before the server starts. */
    void register(RoutesConfig routes);
}
