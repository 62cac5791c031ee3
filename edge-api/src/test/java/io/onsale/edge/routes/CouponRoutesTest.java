package io.onsale.edge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Answer;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.DefineCoupon;
import io.onsale.schemas.checkout.WithdrawCoupon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CouponRoutesTest {

    private final WritesHarness edge = new WritesHarness();
    private final String organizer = edge.token(Role.ORGANIZER);

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void organizersDefineCouponsAndFansDoNot() {
        assertThat(define("e1", "EARLY", organizer).status()).isEqualTo(201);
        assertThat(define("e1", "EARLY", edge.token(Role.FAN)).status()).isEqualTo(403);
        DefineCoupon define = (DefineCoupon) ((CheckoutCommand) edge.log.commands.getLast()).getBody();
        assertThat(define.getCoupon().getUsesPerFan()).isEqualTo(1);
    }

    @Test
    void takesOffAShareOrAnAmountAndNamesWhichIsMissingOrTooMuch() {
        assertThat(refused("")).isEqualTo("The field 'percent' has to be given, or else amount.");
        assertThat(refused("\"percent\":10,\"amount\":10,"))
                .isEqualTo("The field 'amount' has to be left out where percent is given.");
    }

    private String refused(String worth) {
        String coupon = "{\"code\":\"EARLY\"," + worth + "\"uses\":10,\"valid_until\":\"2030-01-01T00:00:00Z\"}";
        return edge.post("/api/events/e1/coupons", coupon, organizer, "key")
                .body()
                .path("detail")
                .asText();
    }

    @Test
    void listsAnEventsCouponsWithWhatIsLeftOfThem() {
        String event = event();
        define(event, "EARLY", organizer);
        define(event, "LATE", organizer);
        order(event, "held", "EARLY");
        order(event, "declined", "EARLY");
        edge.delete("/api/events/" + event + "/coupons/LATE", organizer);

        JsonNode coupons = list(event, organizer).body().get("coupons");

        assertThat(coupons).hasSize(2);
        assertThat(coupons.at("/0/code").asText()).isEqualTo("EARLY");
        assertThat(coupons.at("/0/percent").asInt()).isEqualTo(20);
        assertThat(coupons.at("/0/used").asInt())
                .as("a declined order gives its use back")
                .isEqualTo(1);
        assertThat(coupons.at("/0/left").asInt()).isEqualTo(9);
        assertThat(coupons.at("/0/withdrawn").asBoolean()).isFalse();
        assertThat(coupons.at("/1/withdrawn").asBoolean()).isTrue();
        assertThat(list(event, edge.token(Role.OPERATOR)).body().get("coupons")).hasSize(2);
    }

    @Test
    void listsThemInPages() {
        String event = event();
        for (int i = 0; i < 101; i++) {
            define(event, "C%03d".formatted(i), organizer);
        }

        JsonNode first = list(event, organizer).body();
        assertThat(first.get("coupons")).hasSize(100);
        JsonNode rest = edge.get(
                        "/api/events/" + event + "/coupons?cursor="
                                + first.get("next_cursor").asText(),
                        organizer)
                .body();

        assertThat(rest.at("/coupons/0/code").asText()).isEqualTo("C100");
        assertThat(rest.has("next_cursor")).isFalse();
    }

    @Test
    void whoDoesNotRunAnEventLearnsNothingOfItsCoupons() {
        String another = edge.tokens.mint("another", Role.ORGANIZER, "session");

        assertThat(list(event(), another).status()).as("of a draft").isEqualTo(404);
        assertThat(list("nonsense", organizer).status()).isEqualTo(404);
        assertThat(list(event(), edge.token(Role.FAN)).status()).isEqualTo(403);
    }

    @Test
    void withdrawsACouponForItsOrganizerAndForAnOperator() {
        String path = "/api/events/e1/coupons/";

        Answer withdrawn = edge.delete(path + "EARLY", organizer);

        assertThat(withdrawn.status()).isEqualTo(204);
        assertThat(withdrawn.header("x-onsale-version")).isNotEmpty();
        assertThat(asked().getOrganizerId()).isEqualTo("account-of-ORGANIZER");
        assertThat(edge.delete(path + "EARLY", edge.token(Role.OPERATOR)).status())
                .isEqualTo(204);
        assertThat(asked().getOrganizerId()).isNull();
        assertThat(edge.delete(path + "NONE", organizer).status()).isEqualTo(404);
        assertThat(edge.delete(path + "EARLY", edge.token(Role.FAN)).status()).isEqualTo(403);
    }

    private WithdrawCoupon asked() {
        return (WithdrawCoupon) ((CheckoutCommand) edge.log.commands.getLast()).getBody();
    }

    private String event() {
        return edge.post("/api/events", EventRoutesTest.EVENT, organizer, "event")
                .body()
                .get("event_id")
                .asText();
    }

    private Answer define(String event, String code, String token) {
        String coupon =
                "{\"code\":\"" + code + "\",\"percent\":20,\"uses\":10,\"valid_until\":\"2030-01-01T00:00:00Z\"}";
        return edge.post("/api/events/" + event + "/coupons", coupon, token, "key-" + code);
    }

    private void order(String event, String reservation, String coupon) {
        String body = "{\"reservation_id\":\"%s.%s\",\"payment\":{\"method\":\"bank_transfer\"},\"coupon\":\"%s\"}"
                .formatted(event, reservation, coupon);
        assertThat(edge.post("/api/orders", body, edge.token(Role.FAN), "key-" + reservation)
                        .status())
                .isEqualTo(201);
    }

    private Answer list(String event, String token) {
        return edge.get("/api/events/" + event + "/coupons", token);
    }
}
