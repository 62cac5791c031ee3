package io.onsale.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ways of fans and organizers through the pages, from the list of events to the ticket. */
@ExtendWith(Stage.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShoppingInBrowserTest {
    private static final int DESKTOP_WIDTH = 1280;
    private static final int PHONE_WIDTH = 390;
    private static final int MOST_STOPS = 60;
    private static final String PASSWORD = "a long password";
    private static final String NAMES =
            "const names = at => [at.id, at.getAttribute('aria-label'), at.labels?.[0]?.textContent, at.textContent].filter(Boolean);";
    private static final String FOCUSED = "() => { " + NAMES + " return names(document.activeElement).join(' | '); }";
    private static final String IS_THERE = "wanted => { " + NAMES
            + " return [...document.querySelectorAll('main :is(a, button, input, [tabindex])')]"
            + ".some(each => names(each).includes(wanted) && each.checkVisibility() && !each.disabled); }";

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
    void buysATicketThroughTheWaitingRoomWithTheKeyboardAlone() {
        ShownSale.Line line = sale.line();
        Page page = page(DESKTOP_WIDTH, false);
        page.navigate(sale.url("/events/" + line.eventId()));
        String second = page.locator("[name=performance]").nth(1).getAttribute("value");
        page.navigate(sale.url("/events/" + line.eventId() + "?performance=" + second));
        press(page, "book", "Enter");
        press(page, "Log in", "Enter");
        go(page, "tab-login");
        page.keyboard().press("ArrowRight");
        type(page, "Name", "Fay");
        type(page, "Email", UUID.randomUUID() + "@example.com");
        type(page, "Password", PASSWORD);
        page.keyboard().press("Enter");

        page.waitForURL("**/line?**");
        press(page, "Join", "Enter");
        assertThat(page.locator(".position")).hasText("1");
        page.reload();
        assertThat(page.locator(".position")).hasText("1");
        looksRight(page, DESKTOP_WIDTH);
        sale.pause(line, false);

        page.waitForURL("**/seats?performance=" + second);
        assertThat(page.locator(".time [role=timer]")).hasText(Pattern.compile("1\\d:\\d\\d"));
        assertThat(page.locator("[data-seat='A-1-1']"))
                .hasAttribute("aria-label", "Section A, row 1, seat 1, VIP, 150,000 KRW, available");
        go(page, "hall");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-seat='A-1-2']")).hasAttribute("aria-selected", "true");
        press(page, "take", "Enter");

        page.waitForURL("**/checkout/**");
        press(page, "order", "Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("You’re going!"))).isVisible();
        assertThat(page.locator(".stub")).containsText("The Long Line");
        looksRight(page, DESKTOP_WIDTH);
    }

    @Test
    void buysAsAGuestOnAPhone() {
        String contact = UUID.randomUUID() + "@example.com";
        Page page = page(PHONE_WIDTH, true);
        page.navigate(sale.url("/events?q=Night"));
        page.getByRole(AriaRole.LINK, named("Night One")).click();
        assertThat(page.locator("#book")).isEnabled();
        looksRight(page, PHONE_WIDTH);
        page.locator("#book").click();
        page.locator(".chip", new Page.LocatorOptions().setHasText(Pattern.compile("^B$")))
                .click();
        Locator seat = page.locator("[data-seat='B-3-2']");
        seat.tap(new Locator.TapOptions().setForce(true));
        assertThat(page.locator(".picks")).containsText("B, row 3, seat 2");
        looksRight(page, PHONE_WIDTH);
        page.locator("#take").click();

        page.waitForURL("**/login**");
        page.getByRole(AriaRole.TAB, named("As a guest")).click();
        page.getByLabel("Email or phone number").fill(contact);
        page.getByRole(AriaRole.BUTTON, named("Send me a code")).click();
        page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill(sale.code(contact));
        looksRight(page, PHONE_WIDTH);
        page.getByRole(AriaRole.BUTTON, named("Go on")).click();

        assertThat(page.locator(".picks")).containsText("B, row 3, seat 2");
        page.locator("#take").click();
        page.waitForURL("**/checkout/**");
        looksRight(page, PHONE_WIDTH);
        page.locator("#order").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("You’re going!"))).isVisible();
        looksRight(page, PHONE_WIDTH);
        String booking = page.locator("#booking").textContent();

        page.navigate(sale.url("/bookings"));
        page.getByLabel("Booking number").fill(booking);
        page.getByLabel("Email or phone number").fill(contact);
        page.getByRole(AriaRole.BUTTON, named("Find")).click();
        assertThat(page.locator(".stub")).containsText("Night One");
    }

    @Test
    void losesNothingWithAnAnswerAReloadOrAnotherWidth() {
        Page page = page(DESKTOP_WIDTH, false);
        page.navigate(sale.url("/login?next=/.//elsewhere.example/#signup"));
        signUp(page, "Fay");
        page.waitForURL(sale.url("/") + "/elsewhere.example/");

        page.navigate(sale.url("/events/" + sale.eventId() + "/seats"));
        List<String> seats = List.of("C-4-1", "C-4-2");
        seats.forEach(
                seat -> page.locator("[data-seat='" + seat + "']").click(new Locator.ClickOptions().setForce(true)));
        page.setViewportSize(PHONE_WIDTH, 844);
        page.waitForFunction("() => document.querySelector('svg.seats').clientWidth < " + PHONE_WIDTH);
        seats.forEach(seat -> assertThat(page.locator("[data-seat='" + seat + "'][data-status='available']"))
                .hasAttribute("aria-selected", "true"));

        losing(page, "**/api/tickets/reserve", () -> {
            page.locator("#take").click();
            assertThat(page.locator("[data-seat='C-4-2']")).hasAttribute("data-status", "held");
            assertThat(page.locator(".notices")).containsText("can’t be reached");
        });
        assertThat(page.locator(".picks li")).hasCount(2);
        page.reload();
        assertThat(page.locator(".picks li")).hasCount(2);
        page.locator("#take").click();

        page.waitForURL("**/checkout/**");
        page.locator("[name=card]").selectOption("test-late");
        losing(page, "**/api/orders", () -> {
            page.locator("#order").click();
            page.waitForURL("**/orders/**");
        });
        assertThat(page.getByRole(AriaRole.HEADING, named("You’re going!"))).isVisible();
    }

    @Test
    void putsAnEventOnSaleAndSlowsItsLineDown() {
        Page page = page(DESKTOP_WIDTH, false);
        page.navigate(sale.url("/login?role=organizer#signup"));
        signUp(page, "Olive");
        page.getByRole(AriaRole.LINK, named("New event")).first().click();

        page.getByLabel("Title").fill("An Evening of Tests");
        page.getByLabel("Region").fill("Jeju");
        page.getByRole(AriaRole.BUTTON, named("Add a section")).click();
        page.getByLabel("Sold by").last().selectOption("quantity");
        page.getByLabel(Pattern.compile("Fans wait in a line")).check();
        page.getByLabel("Publish it right away").check();
        looksRight(page, DESKTOP_WIDTH);
        page.locator("#create").click();

        assertThat(page.getByRole(AriaRole.HEADING, named("An Evening of Tests")))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, named("Pause")).click();
        assertThat(page.locator(".room .pill")).hasText("Paused");
        looksRight(page, DESKTOP_WIDTH);
        page.navigate(sale.url("/organizer"));
        assertThat(page.getByRole(AriaRole.LINK, named("An Evening of Tests"))).isVisible();
        looksRight(page, DESKTOP_WIDTH);
    }

    private static void signUp(Page page, String name) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Email").fill(UUID.randomUUID() + "@example.com");
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Sign up")).click();
    }

    /** What is asked for under a path is done meanwhile, and its answer lost. */
    private static void losing(Page page, String path, Runnable meanwhile) {
        page.route(path, route -> {
            route.fetch();
            route.abort();
        });
        meanwhile.run();
        page.unroute(path);
    }

    /** Goes on with the tabulator until it is there, and sees on the way that people see where they are. */
    private static void go(Page page, String name) {
        List<Object> passed = new ArrayList<>();
        page.waitForFunction(IS_THERE, name);
        for (int i = 0; i < MOST_STOPS; i++) {
            String at = (String) page.evaluate(FOCUSED);
            if (List.of(at.split(" \\| ")).contains(name)) {
                assertThat(page.evaluate(PageChecks.FOCUS_IS_SEEN)).as(at).isEqualTo(true);
                return;
            }
            passed.add(at);
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the tabulator does not come to " + name + " but to " + passed);
    }

    private static void press(Page page, String name, String key) {
        go(page, name);
        page.keyboard().press(key);
    }

    private static void type(Page page, String label, String text) {
        go(page, label);
        page.keyboard().type(text);
    }

    private static void looksRight(Page page, int width) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasCount(1);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(page.evaluate(PageChecks.FAINT_TEXTS)).isEqualTo(List.of());
        assertThat(page.evaluate(PageChecks.NAMELESS)).isEqualTo(List.of());
    }

    private Page page(int width, boolean phone) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 844)
                .setHasTouch(phone)
                .setColorScheme(phone ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.onConsoleMessage(message -> {
            // What is refused on purpose is told by the browser as well.
            boolean refused = message.text().startsWith("Failed to load resource");
            if ((message.type().equals("error") || message.type().equals("warning")) && !refused) {
                troubles.add(message.text());
            }
        });
        context.onWebError(error -> troubles.add(error.error()));
        return context.newPage();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
