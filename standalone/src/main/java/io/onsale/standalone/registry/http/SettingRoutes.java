package io.onsale.standalone.registry.http;

import io.onsale.schemas.compatibility.CompatibilityLevel;
import io.onsale.standalone.registry.rules.Levels;
import io.onsale.standalone.registry.rules.Modes;
import io.onsale.standalone.registry.state.Mode;
import io.onsale.standalone.registry.state.RegistryState;
import io.onsale.standalone.registry.store.SchemaLog;
import java.util.Map;

/** Everything under {@code /config} and {@code /mode}. */
final class SettingRoutes {
    private final SchemaLog log;

    SettingRoutes(SchemaLog log) {
        this.log = log;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/config", request -> level(log.read(RegistryState::globalLevel)));
        routes.on(
                "PUT",
                "/config",
                request -> setLevel(log.change(state -> Levels.set(state, null, wanted(request, "compatibility")))));
        routes.on("DELETE", "/config", request -> level(log.change(Levels::reset)));
        routes.on("GET", "/config/{}", request -> level(log.readLatest(state -> levelOf(state, request))));
        routes.on(
                "PUT",
                "/config/{}",
                request -> setLevel(
                        log.change(state -> Levels.set(state, request.variable(0), wanted(request, "compatibility")))));
        routes.on(
                "DELETE",
                "/config/{}",
                request -> level(log.change(state -> Levels.reset(state, request.variable(0)))));
        routes.on("GET", "/mode", request -> mode(log.read(RegistryState::globalMode)));
        routes.on(
                "PUT",
                "/mode",
                request -> mode(
                        log.change(state -> Modes.set(state, null, wanted(request, "mode"), request.flag("force")))));
        routes.on("DELETE", "/mode", request -> mode(log.change(Modes::reset)));
        routes.on("GET", "/mode/{}", request -> mode(log.readLatest(state -> modeOf(state, request))));
        routes.on(
                "PUT",
                "/mode/{}",
                request -> mode(log.change(state ->
                        Modes.set(state, request.variable(0), wanted(request, "mode"), request.flag("force")))));
        routes.on("DELETE", "/mode/{}", request -> mode(log.change(state -> Modes.reset(state, request.variable(0)))));
    }

    private static CompatibilityLevel levelOf(RegistryState state, Request request) {
        return request.flag("defaultToGlobal")
                ? state.level(request.variable(0)).orElse(state.globalLevel())
                : Levels.own(state, request.variable(0));
    }

    private static Mode modeOf(RegistryState state, Request request) {
        return request.flag("defaultToGlobal")
                ? Modes.effective(state, request.variable(0))
                : Modes.own(state, request.variable(0));
    }

    private static String wanted(Request request, String name) {
        return request.body().path(name).asText("");
    }

    private static Object level(CompatibilityLevel level) {
        return Map.of("compatibilityLevel", level.name());
    }

    private static Object setLevel(CompatibilityLevel level) {
        return Map.of("compatibility", level.name());
    }

    private static Object mode(Mode mode) {
        return Map.of("mode", mode.name());
    }
}
