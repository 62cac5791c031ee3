package io.onsale.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What organizers do with an event that sells, and fans with what they have bought. */
class OrganizingInBrowserTest extends PageTest {

    @Test
    void editsAnEventAndIsToldWhatIsRefused() {
        ShownSale.Own event = sale.ownEvent();
        Page page = loggedIn(event.organizer(), "/organizer/events/" + event.eventId(), DESKTOP_WIDTH, false);
        page.getByRole(AriaRole.LINK, named("Edit")).click();
        page.waitForURL("**/edit");
        assertThat(page.getByLabel("Called")).hasValue("Early bird");
        looksRight(page, DESKTOP_WIDTH);

        page.getByLabel("Title").fill("Smaller Hours");
        page.getByLabel("Tickets each").fill("6");
        page.locator("#save").click();
        assertThat(page.locator(".notices")).containsText("Saved");
        page.getByLabel("Tickets each").fill("2");
        page.locator("#save").click();

        assertThat(page.locator(".notices"))
                .containsText("“Tickets each” (it may only be raised once the sale has begun)");
        assertThat(page.getByLabel("Tickets each")).isFocused();
        assertThat(page.getByLabel("Tickets each")).hasAttribute("aria-invalid", "true");
        page.setViewportSize(PHONE_WIDTH, 844);
        looksRight(page, PHONE_WIDTH);
        page.getByRole(AriaRole.LINK, named("Back to the event")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Smaller Hours"))).isVisible();
        assertThat(page.locator(".lead").first()).containsText("Tickets each: 6");
    }

    @Test
    void definesACouponAndWithdrawsItOnAPhone() {
        ShownSale.Own event = sale.ownEvent();
        Page page = loggedIn(event.organizer(), "/organizer/events/" + event.eventId(), PHONE_WIDTH, true);
        page.getByText("New coupon").click();
        page.getByLabel("Code").fill("EARLY");
        page.getByLabel("How much").fill("15");
        page.getByRole(AriaRole.BUTTON, named("Accept this coupon")).click();

        Locator coupon = page.locator("#coupon-list li");
        assertThat(coupon).containsText("15 % off");
        assertThat(coupon).containsText("0 of 100 used");
        looksRight(page, PHONE_WIDTH);
        page.getByRole(AriaRole.BUTTON, named("Withdraw EARLY")).click();
        page.locator("dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Withdraw"))
                .click();

        assertThat(coupon.locator(".pill")).hasText("Withdrawn");
        looksRight(page, PHONE_WIDTH);
    }

    @Test
    void movesADateAndCallsItOffWithTheKeyboardAloneKnowingWhatThatRefunds() {
        ShownSale.Own event = sale.ownEvent();
        sale.buyer(event, "A-1-1", "A-1-2");
        Page page = loggedIn(event.organizer(), "/organizer/events/" + event.eventId(), DESKTOP_WIDTH, false);
        Locator first = page.locator(".dates-of-event li").first();
        assertThat(first).containsText("1 order · 2 tickets · ₩100,000");
        press(page, "move-" + event.performanceId(), "Enter");
        page.locator("dialog input").fill("2040-02-03T19:30");
        inDialog(page, "Move");
        assertThat(page.locator(".notices").first()).containsText("Moved");
        assertThat(first).containsText("2040");

        press(page, "call-off-" + event.performanceId(), "Enter");
        assertThat(page.locator("dialog"))
                .containsText("1 order with 2 tickets will be refunded whole, fees included: ₩100,000");
        looksRight(page, DESKTOP_WIDTH);
        inDialog(page, "Call off");

        assertThat(first.locator(".pill")).isVisible();
        assertThat(first).containsText("0 orders");

        page.navigate(sale.url("/events?q=Small"));
        Locator card = page.locator(".event:has(a[href='/events/" + event.eventId() + "'])");
        assertThat(card).containsText("24 of 24 left");
        assertThat(card).not().containsText("more date");
    }

    @Test
    void anOperatorFindsAnybodysEventAndCallsADateOff() {
        ShownSale.Own event = sale.ownEvent();
        Page page = loggedIn(sale.operator(), "/organizer", PHONE_WIDTH, true);
        assertThat(page.getByRole(AriaRole.HEADING, named("Events of all organizers")))
                .isVisible();
        page.getByLabel("Find an event").fill("nothing of that name");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("No event fits"))).isVisible();
        page.getByLabel("Find an event").fill("Small");
        page.keyboard().press("Enter");
        Locator found = page.locator("a[href='/organizer/events/" + event.eventId() + "']");
        assertThat(found).isVisible();
        looksRight(page, PHONE_WIDTH);
        found.click();

        Locator first = page.locator(".dates-of-event li").first();
        assertThat(first).containsText("24 of 24 left");
        assertThat(page.getByRole(AriaRole.LINK, named("Edit"))).hasCount(0);
        page.locator("#call-off-" + event.performanceId()).click();
        inDialog(page, "Call off");
        assertThat(first.locator(".pill")).hasText("Called off");
        looksRight(page, PHONE_WIDTH);
    }

    @Test
    void givesATicketBackTakesItsDataAlongAndIsForgotten() throws Exception {
        ShownSale.Person fan = sale.buyer(sale.ownEvent(), "A-2-1", "A-2-2");
        Page page = loggedIn(fan, "/me", DESKTOP_WIDTH, false);
        page.locator(".stub a").first().click();
        page.getByText("Give tickets back").click();
        page.locator(".giving-back [type=checkbox]").first().check();
        page.getByRole(AriaRole.BUTTON, named("See what comes back")).click();
        assertThat(page.locator("dialog")).containsText("₩50,000");
        page.locator("dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Give back"))
                .click();
        assertThat(page.locator(".notices").first()).containsText("₩50,000 go back");
        assertThat(page.locator(".stub")).hasCount(1);

        page.navigate(sale.url("/me"));
        Download data = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, named("Download my data")).click());
        assertThat(Files.readString(data.path())).contains(fan.email());
        page.locator("summary", new Page.LocatorOptions().setHasText("Delete my account"))
                .click();
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Delete my account")).click();
        page.locator("dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete for good"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Your account is deleted.")))
                .isVisible();

        page.navigate(sale.url("/login"));
        logIn(page, fan);
        assertThat(page.locator(".notices")).containsText(Pattern.compile("password", Pattern.CASE_INSENSITIVE));
    }
}
