package io.onsale.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What fans are told of a line as they come and go, and as it is shut. */
class LineInBrowserTest extends PageTest {

    @Test
    void tellsWhereOneStandsOnAnyDeviceAndThatTheLineIsShut() {
        ShownSale.Line line = sale.line(Duration.ofMinutes(10));
        String event = "/events/" + line.eventId();
        ShownSale.Person fan = sale.fan();
        Page first = loggedIn(fan, event + "/line", DESKTOP_WIDTH, false);
        first.getByRole(AriaRole.BUTTON, named("Join")).click();
        assertThat(first.locator(".ahead")).containsText("You joined as number 1.");
        assertThat(first.locator(".left-now li")).hasText(Pattern.compile("VIP ₩150,000.*48 of 48 left"));

        Page second = loggedIn(fan, event + "/line", PHONE_WIDTH, true);
        assertThat(second.locator(".ahead")).containsText("You joined as number 1.");
        looksRight(second, PHONE_WIDTH);
        second.getByRole(AriaRole.BUTTON, named("Leave the line")).click();
        assertThat(second.locator("dialog")).containsText("Until the draw you can join again");
        inDialog(second, "Leave");
        assertThat(first.getByRole(AriaRole.BUTTON, named("Join again"))).isVisible();

        sale.drain(line);
        second.getByRole(AriaRole.BUTTON, named("Join again")).click();
        assertThat(second.locator(".line-card")).containsText("takes nobody new");
        assertThat(second.locator(".line-card button")).hasCount(0);
        second.navigate(sale.url(event));
        assertThat(second.locator(".phase-words")).hasText("The line takes nobody new");
        assertThat(second.locator("#book")).isDisabled();
        looksRight(second, PHONE_WIDTH);
    }

    @Test
    void whoeverClosesALineIsToldThatNobodyCanBuyThenAndSoIsEverybodyElse() {
        ShownSale.Line line = sale.line(Duration.ofMinutes(10));
        String event = "/events/" + line.eventId();
        Page fan = loggedIn(sale.fan(), event + "/line", DESKTOP_WIDTH, false);
        fan.getByRole(AriaRole.BUTTON, named("Join")).click();
        assertThat(fan.locator(".ahead")).containsText("number 1.");
        Page hesitating = loggedIn(sale.fan(), event + "/line", PHONE_WIDTH, true);
        assertThat(hesitating.getByRole(AriaRole.BUTTON, named("Join"))).isEnabled();

        Page desk = loggedIn(line.organizer(), "/organizer" + event, DESKTOP_WIDTH, false);
        assertThat(desk.locator(".little-figures b").first()).hasText("1");
        desk.getByRole(AriaRole.BUTTON, named("Close the line")).click();
        assertThat(desk.locator("dialog")).containsText("nobody can buy anything");
        looksRight(desk, DESKTOP_WIDTH);
        inDialog(desk, "Close the line");
        assertThat(desk.locator(".room .pill")).hasText("Closed");
        assertThat(desk.locator(".little-figures b").first()).hasText("0");

        assertThat(hesitating.locator(".line-card")).containsText("Nobody can join or buy any more");
        assertThat(hesitating.locator(".line-card button")).hasCount(0);
        assertThat(fan.locator(".line-card")).containsText("The line was closed");
        assertThat(fan.locator(".line-card button")).hasCount(0);
        fan.reload();
        assertThat(fan.locator(".line-card")).containsText("Nobody can join or buy any more");
        assertThat(fan.locator(".line-card button")).hasCount(0);
        fan.navigate(sale.url(event));
        assertThat(fan.locator(".phase-words")).hasText("The line is closed: nobody can buy any more");
        assertThat(fan.locator("#book")).isDisabled();
    }
}
