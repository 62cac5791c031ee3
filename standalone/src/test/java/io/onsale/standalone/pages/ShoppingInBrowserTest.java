package io.onsale.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The ways of fans and organizers through the pages, from the list of events to the ticket. */
class ShoppingInBrowserTest extends PageTest {
    @Test
    void whatIsWrongWithAFieldIsSaidAtTheFieldAndNotByItsNameInTheApi() {
        Page page = page(PHONE_WIDTH, true);
        page.navigate(sale.url("/login"));
        page.getByRole(AriaRole.TAB, named("Sign up")).click();
        page.getByLabel("Phone").fill("no number");
        signUp(page, "Kim");

        assertThat(page.getByText("This has to be a phone number.")).isVisible();
        looksRight(page, PHONE_WIDTH);
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
                .hasAttribute("aria-label", "Section A, row 1, seat 1, VIP, ₩150,000, available");
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
    void setsAForgottenPasswordOnAPhoneAndChangesItWithTheName() {
        String email = UUID.randomUUID() + "@example.com";
        sale.signUp(email, PASSWORD);
        Page page = page(PHONE_WIDTH, true);
        page.navigate(sale.url("/login?next=/me"));
        press(page, "Forgotten your password?", "Enter");
        looksRight(page, PHONE_WIDTH);
        type(page, "Email", email);
        page.keyboard().press("Enter");
        type(page, "Code", "00000000");
        type(page, "New password", "another long password");
        page.keyboard().press("Enter");
        assertThat(page.locator(".trouble:visible")).hasText("That is not the code. Check it, or ask for another.");
        looksRight(page, PHONE_WIDTH);
        page.getByLabel("Code").fill(sale.code(email));
        page.keyboard().press("Enter");

        page.waitForURL(sale.url("/me"));
        press(page, "Change name or phone", "Enter");
        page.getByLabel("Name").first().fill("Fay Anew");
        page.keyboard().press("Enter");
        assertThat(page.locator(".facts")).containsText("Fay Anew");
        assertThat(page.locator("#account")).containsText("Fay Anew");
        press(page, "Change password", "Enter");
        type(page, "Current password", "a guess");
        type(page, "New password", PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator(".trouble:visible")).hasText("This is not your current password.");
        looksRight(page, PHONE_WIDTH);
        page.getByLabel("Current password").fill("another long password");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Your password is changed.")).isVisible();
        page.reload();
        assertThat(page.locator(".facts")).containsText("Fay Anew");
    }

    @Test
    void knowsWhatTheSeatsAreAndWhatTheyCostBeforeAnythingIsPaid() {
        String event = sale.special("TEN");
        Page page = page(DESKTOP_WIDTH, false);
        page.navigate(sale.url("/login?next=/events/" + event + "#signup"));
        signUp(page, "Fay");
        assertThat(page.locator(".dates label").first()).containsText("first night");
        assertThat(page.locator(".terms")).containsText("The booking fee of ₩1,000 a ticket is not given back");
        page.locator("#book").click();

        page.locator("[data-seat='A-1-1']").click(new Locator.ClickOptions().setForce(true));
        assertThat(page.locator(".picks li")).hasCount(2);
        assertThat(page.locator(".sum")).containsText("₩302,000");
        page.getByRole(AriaRole.BUTTON, named("Remove: A, row 1, seat 2")).click();
        page.locator("[data-seat='A-3-8']").click(new Locator.ClickOptions().setForce(true));
        assertThat(page.locator(".picks li").last()).containsText("restricted view");
        assertThat(page.locator(".legend")).containsText("companion seat");
        looksRight(page, DESKTOP_WIDTH);
        page.locator("#take").click();

        page.waitForURL("**/checkout/**");
        assertThat(page.locator(".bill li")).hasCount(2);
        assertThat(page.locator(".bill li").last()).containsText("restricted view");
        page.getByLabel("Coupon").fill("NONE");
        page.locator("#order").click();
        assertThat(page.locator(".coupon .trouble")).containsText("no such coupon");
        page.getByRole(AriaRole.BUTTON, named("Leave it out")).click();
        assertThat(page.locator("#order")).hasText("Pay ₩302,000");
        page.getByLabel("Coupon").fill("TEN");
        page.locator(".bill select").first().selectOption("youth");
        page.getByLabel("Coupon").press("Enter");
        assertThat(page.locator("#order")).hasText("Pay ₩231,500");
        looksRight(page, DESKTOP_WIDTH);
        page.locator("[name=card]").selectOption("test-3ds");
        page.locator("#order").click();

        page.waitForURL("**/orders/**");
        page.getByLabel("Code").fill("000000");
        page.getByRole(AriaRole.BUTTON, named("Confirm")).click();
        assertThat(page.locator(".trouble:visible")).containsText("That was not the code");
        page.getByLabel("Code").fill("123456");
        page.getByRole(AriaRole.BUTTON, named("Confirm")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("You’re going!"))).isVisible();
        assertThat(page.locator(".receipt summary")).containsText("₩231,500");
        assertThat(page.locator(".stub").first()).containsText(Pattern.compile("first night.*Hall One.*Youth"));
        page.getByText("Give tickets back").click();
        page.getByRole(AriaRole.BUTTON, named("See what comes back")).click();
        assertThat(page.locator(".giving-back .trouble")).isVisible();
        page.locator(".giving-back input").first().check();
        page.getByRole(AriaRole.BUTTON, named("See what comes back")).click();
        assertThat(page.locator("dialog")).containsText("of that booking fees₩1,000");
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
        page.locator("[name=card]").selectOption("test-decline");
        page.locator("#order").click();
        assertThat(page.locator(".outcome")).containsText("the places are on sale again");
        page.getByRole(AriaRole.LINK, named("Choose again")).click();
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
        Locator wheelchairs = page.getByLabel("Wheelchair places").first();
        wheelchairs.fill("99-1");
        page.locator("#create").click();
        assertThat(page.locator(".trouble:visible")).hasText("Wheelchair places names a seat that isn't there: 99-1.");
        assertThat(wheelchairs).isFocused();
        wheelchairs.fill("1-1, 1-2");
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

    /** What is asked for under a path is done meanwhile, and its answer lost. */
    private static void losing(Page page, String path, Runnable meanwhile) {
        page.route(path, route -> {
            route.fetch();
            route.abort();
        });
        meanwhile.run();
        page.unroute(path);
    }
}
