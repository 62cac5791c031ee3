package io.onsale.edge.pages;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.http.Routes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The routes under which people find pages rather than programs their data. */
public final class Pages implements Routes {
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("/", "index.html"),
            Map.entry("/docs", "docs.html"),
            Map.entry("/events", "shop/events.html"),
            Map.entry("/events/{event_id}", "shop/event.html"),
            Map.entry("/events/{event_id}/line", "shop/line.html"),
            Map.entry("/events/{event_id}/seats", "shop/seats.html"),
            Map.entry("/checkout/{reservation_id}", "shop/checkout.html"),
            Map.entry("/orders/{order_id}", "shop/order.html"),
            Map.entry("/login", "account/login.html"),
            Map.entry("/me", "account/me.html"),
            Map.entry("/bookings", "account/bookings.html"),
            Map.entry("/organizer", "organizer/events.html"),
            Map.entry("/organizer/new", "organizer/new.html"),
            Map.entry("/organizer/events/{event_id}", "organizer/event.html"),
            Map.entry("/organizer/events/{event_id}/edit", "organizer/edit.html"));
    private static final List<String> SWAGGER_FILES = List.of("swagger-ui.css", "swagger-ui-bundle.js");
    private static final String FOLDER = "/pages/";
    private static final String OF_AN_EVENT = "/events/{event_id}";
    private static final String TOLD = "page-tells-itself";

    private final Map<String, Asset> assets = new TreeMap<>();
    private final Predicate<String> events;
    private final Asset notFound = Html.page(FOLDER + "not-found.html");

    /**
     * Reads all pages.
     *
     * @param events whether anybody may know of an event of this id
     */
    public Pages(Predicate<String> events) {
        this.events = events;
        PAGES.forEach((path, file) -> assets.put(path, Html.page(FOLDER + file)));
        assets.put("/favicon.svg", Asset.of(FOLDER + "favicon.svg"));
        assets.put("/openapi.json", Asset.of("openapi.json", OpenApi.bytes()));
        files().forEach(file -> assets.put(FOLDER + file, Asset.of(FOLDER + file)));
        String swagger = "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";
        SWAGGER_FILES.forEach(file -> assets.put("/docs/" + file, Asset.of(swagger + file)));
    }

    @Override
    public void register(RoutesConfig routes) {
        assets.forEach((path, asset) ->
                routes.get(path, path.startsWith(OF_AN_EVENT) ? ctx -> ofAnEvent(ctx, asset) : asset::answer));
        routes.error(404, this::tellPeople);
    }

    /** Where this instance knows of no such event the page says so, or asks again as somebody who may see more. */
    private void ofAnEvent(Context ctx, Asset page) {
        if (events.test(ctx.pathParam("event_id"))) {
            page.answer(ctx);
        } else {
            ctx.status(404).header("Cache-Control", "no-store");
            ctx.attribute(TOLD, true);
            page.write(ctx);
        }
    }

    /** A browser that goes astray gets a page; whoever asks the API gets the problem that is there already. */
    private void tellPeople(Context ctx) {
        @Nullable String accepted = ctx.req().getHeader("Accept");
        boolean told = ctx.attribute(TOLD) != null;
        if (!told
                && accepted != null
                && accepted.contains("text/html")
                && !ctx.path().startsWith("/api/")) {
            notFound.write(ctx);
        }
    }

    /** What pages load, listed in a file because the class path has no folders to look into. */
    private static List<String> files() {
        return new String(Asset.read(FOLDER + "files.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** The WebJar names its folder by its version. */
    private static String swaggerVersion() {
        String properties = new String(
                Asset.read("/META-INF/maven/org.webjars/swagger-ui/pom.properties"), StandardCharsets.ISO_8859_1);
        return properties
                .lines()
                .filter(line -> line.startsWith("version="))
                .map(line -> line.substring("version=".length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The WebJar of Swagger UI does not tell its version"));
    }
}
