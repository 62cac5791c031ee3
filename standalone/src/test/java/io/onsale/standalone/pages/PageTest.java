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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What tests of pages share: the running system, its browser, and how somebody gets about in a page. */
@OnStage
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageTest {
    static final int DESKTOP_WIDTH = 1280;
    static final int PHONE_WIDTH = 390;
    private static final int MOST_STOPS = 60;
    static final String PASSWORD = ShownSale.PASSWORD;
    private static final String NAMES =
            "const names = at => [at.id, at.getAttribute('aria-label'), at.labels?.[0]?.textContent, at.textContent].filter(Boolean);";
    private static final String FOCUSED = "() => { " + NAMES + " return names(document.activeElement).join(' | '); }";
    private static final String IS_THERE = "wanted => { " + NAMES
            + " return [...document.querySelectorAll('main :is(a, button, summary, input, [tabindex])')]"
            + ".some(each => names(each).includes(wanted) && each.checkVisibility() && !each.disabled); }";

    private final List<String> troubles = new ArrayList<>();
    private Browser browser;
    ShownSale sale;

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

    static void signUp(Page page, String name) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Email").fill(UUID.randomUUID() + "@example.com");
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Sign up")).click();
    }

    /** Goes on with the tabulator until it is there, and sees on the way that people see where they are. */
    static void go(Page page, String name) {
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

    static void press(Page page, String name, String key) {
        go(page, name);
        page.keyboard().press(key);
    }

    static void type(Page page, String label, String text) {
        go(page, label);
        page.keyboard().type(text);
    }

    static void looksRight(Page page, int width) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasCount(1);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(page.evaluate(PageChecks.FAINT_TEXTS)).isEqualTo(List.of());
        assertThat(page.evaluate(PageChecks.NAMELESS)).isEqualTo(List.of());
    }

    Page page(int width, boolean phone) {
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

    Page loggedIn(ShownSale.Person person, String path, int width, boolean phone) {
        Page page = page(width, phone);
        page.navigate(sale.url("/login?next=" + path));
        logIn(page, person);
        page.waitForURL("**" + path);
        return page;
    }

    static void logIn(Page page, ShownSale.Person person) {
        page.getByLabel("Email").fill(person.email());
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.TABPANEL)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Log in"))
                .click();
    }

    /** Goes on with the tabulator to a button of the dialog that is open, and presses it. */
    static void inDialog(Page page, String button) {
        Locator wanted = page.locator("dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
        for (int i = 0; i < 10 && !(boolean) wanted.evaluate("at => at === document.activeElement"); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
