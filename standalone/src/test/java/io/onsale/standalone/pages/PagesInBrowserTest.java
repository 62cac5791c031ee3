package io.onsale.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnStage
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInBrowserTest {
    private static final int SEATS = 400;
    /** How often one has to go on with the tabulator to come through the page. */
    private static final int STOPS = 8;

    private static final int PHONE_WIDTH = 390;
    private static final String FILL = "seat => getComputedStyle(seat).fill";
    private static final String STREAMS_THAT_DROP = """
            window.drop = new AbortController();
            const real = window.fetch;
            window.fetch = (path, init) => real(path, path.includes('/stream?')
                ? {...init, signal: AbortSignal.any([init.signal, drop.signal])}
                : init);""";
    private static final String IS_HELD = """
            id => {
                const seat = document.querySelector(`[data-seat="${id}"]`);
                const held = document.querySelector('.filling [data-status="held"]');
                return seat.dataset.status === 'held' && getComputedStyle(seat).fill === getComputedStyle(held).backgroundColor;
            }""";

    private final List<String> troubles = new ArrayList<>();
    private Browser browser;
    private ShownSale sale;

    @BeforeAll
    void start(Stage stage) {
        browser = stage.up().browser();
        sale = stage.sale();
    }

    @AfterEach
    void nothingWentWrongInThePage() {
        browser.contexts().forEach(BrowserContext::close);
        List<String> told = List.copyOf(troubles);
        troubles.clear();
        assertThat(told).isEmpty();
    }

    @Test
    void aSeatTakesAnotherColourWithoutAReload() {
        Page page = visit(desktop());
        Locator seat = seat(page, "A-1-3");
        assertThat(seat).hasAttribute("data-status", "available");
        Object before = seat.evaluate(FILL);
        page.evaluate("() => { window.sameDocument = true; }");

        assertThat(sale.hold("A-1-3")).isEqualTo(201);

        page.waitForFunction(IS_HELD, "A-1-3");
        assertThat(seat.evaluate(FILL)).isNotEqualTo(before);
        assertThat(seat).hasAttribute("aria-label", Pattern.compile("row 1, seat 3: held$"));
        assertThat(page.evaluate("() => window.sameDocument")).isEqualTo(true);
    }

    @Test
    void countsWhatIsHeldAndWhatIsLeft() {
        Page page = visit(desktop());
        assertThat(page.locator("[data-seat]")).hasCount(SEATS);
        int held = page.locator("[data-status='held'][data-seat]").count();
        int left = page.locator("[data-status='available'][data-seat]").count();

        assertThat(sale.hold("B-2-1")).isEqualTo(201);
        assertThat(sale.hold("B-2-1")).isEqualTo(409);

        assertThat(page.locator("#held")).hasText(Integer.toString(held + 1));
        assertThat(page.locator("#left")).hasText(Integer.toString(left - 1));
        assertThat(page.locator("#refused")).not().hasText("0");
        assertThat(page.locator("#phase")).containsText("On sale for");
    }

    @Test
    void countsPlacesWhereThereAreNoSeatsAndDrawsNoMapOfThem() {
        Page page = context(desktop()).newPage();
        page.navigate(sale.url("/?event=" + sale.standing()));

        assertThat(page.locator("#held")).hasText("2");
        assertThat(page.locator("#left")).hasText("18");
        assertThat(page.locator("#sections")).containsText("Floor");
        assertThat(page.locator("#map")).isHidden();
    }

    @Test
    void comesBackByItselfWhenItsStreamsDropAndMissesNothing() {
        BrowserContext context = context(desktop());
        context.addInitScript(STREAMS_THAT_DROP);
        Page page = visit(context);
        seat(page, "C-1-1").waitFor();
        page.evaluate("() => drop.abort()");
        assertThat(page.locator("#link")).hasText("Reconnecting");

        assertThat(sale.hold("C-1-1")).isEqualTo(201);
        Request again = page.waitForRequest(
                "**/seats/stream?*", () -> page.evaluate("() => { drop = new AbortController(); }"));

        assertThat(page.locator("#link")).hasText("Live");
        page.waitForFunction(IS_HELD, "C-1-1");
        assertThat(again.headers()).containsKey("last-event-id");
        assertThat(again.url()).doesNotContain("token");
    }

    @Test
    void tellsWhatToDoWhenNothingIsOnSaleAndComesToLifeWhenSomethingIs() {
        BrowserContext context = context(desktop());
        context.route(
                "**/api/events?*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"events\":[]}")));
        Page page = context.newPage();
        page.navigate(sale.url("/"));
        assertThat(page.getByRole(AriaRole.HEADING, named("No show is on sale")))
                .isVisible();
        assertThat(page.getByText("./onsale demo")).isVisible();

        context.route(
                "**/api/showcase",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"event_id\":\"%s\"}".formatted(sale.eventId()))));
        context.unroute("**/api/events?*");

        assertThat(page.getByRole(AriaRole.HEADING, named("Night One"))).isVisible();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void fitsOnAPhoneAndCanBeReadInLightAndDark(ColorScheme scheme) {
        Page page = visit(new Browser.NewContextOptions()
                .setViewportSize(PHONE_WIDTH, 844)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        seat(page, "D-1-1").waitFor();

        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(PHONE_WIDTH);
        assertThat(page.evaluate(PageChecks.FAINT_TEXTS)).isEqualTo(List.of());
    }

    @Test
    void hasLandmarksAndNamesForThoseWhoListen() {
        Page page = visit(desktop());
        seat(page, "A-1-1").waitFor();

        for (AriaRole landmark : List.of(AriaRole.BANNER, AriaRole.NAVIGATION, AriaRole.MAIN, AriaRole.CONTENTINFO)) {
            assertThat(page.getByRole(landmark)).hasCount(1);
        }
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasCount(1);
        assertThat(page.evaluate(PageChecks.NAMELESS)).isEqualTo(List.of());
    }

    @Test
    void canBeUsedWithTheKeyboardAlone() {
        Page page = visit(desktop());
        seat(page, "A-1-1").waitFor();
        List<Object> reached = new ArrayList<>();
        for (int i = 0; i < STOPS; i++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(PageChecks.FOCUS_IS_SEEN)).as("focus " + i).isEqualTo(true);
            reached.add(page.evaluate("() => document.activeElement.textContent.trim().slice(0, 12)"));
        }
        assertThat(reached.toString()).contains("Skip to the", "Events", "Live", "Find a booki", "Organizers", "API");

        page.locator("#hall").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#seat")).hasText(Pattern.compile("^Section A, row 1, seat 1: "));
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#seat")).hasText(Pattern.compile("^Section A, row 1, seat 2: "));
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#seat")).hasText(Pattern.compile("^Section A, row 2, "));
    }

    @Test
    void showsEachCallOfTheApi() {
        Page page = context(desktop()).newPage();
        page.navigate(sale.url("/docs"));

        assertThat(page.getByText("/api/tickets/reserve").first()).isVisible();
        page.locator("#operations-accounts-signUp").click();
        assertThat(page.getByText("Try it out").first()).isVisible();
    }

    private Page visit(Browser.NewContextOptions options) {
        return visit(context(options));
    }

    private Page visit(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(sale.url("/?event=" + sale.eventId()));
        assertThat(page.getByRole(AriaRole.HEADING, named("Night One"))).isVisible();
        return page;
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                troubles.add(message.text());
            }
        });
        context.onWebError(error -> troubles.add(error.error()));
        return context;
    }

    private static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1440, 900);
    }

    private static Locator seat(Page page, String id) {
        return page.locator("[data-seat='" + id + "']");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
