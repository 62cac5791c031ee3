package io.onsale.standalone.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.clickhouse.ClickHouseRefusedException;
import io.onsale.analytics.clickhouse.ClickHouseSettings;
import io.onsale.analytics.migrations.Migrations;
import io.onsale.standalone.clickhouse.ClickHouseEngine;
import io.onsale.standalone.clickhouse.Credentials;
import io.onsale.standalone.clickhouse.EngineOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the views say of journeys few enough to count by hand, asked as the edge asks: as reader, with parameters. */
class FunnelTest {
    @TempDir
    private static Path folder;

    private static ClickHouseEngine engine;
    private static ClickHouseClient writer;
    private static ClickHouseClient reader;

    @BeforeAll
    static void begin() {
        engine = ClickHouseEngine.start(EngineOptions.at(folder, 0), System.err::println);
        writer = Backend.client(engine);
        Credentials login = engine.reader();
        reader = new ClickHouseClient(ClickHouseSettings.of(engine.url(), login.user(), login.password()));
        new Migrations(writer).apply();
    }

    @AfterAll
    static void end() {
        reader.close();
        writer.close();
        engine.close();
    }

    @BeforeEach
    void forget() {
        for (String table : new String[] {"events", "journey_steps", "holds"}) {
            writer.execute("TRUNCATE TABLE onsale." + table);
        }
    }

    @Test
    void countsWhoeverCameThroughAllTheStepsBefore() {
        journey("all the way", "fan-1", "visit 1, browse 2, event_detail 3, seat_selection 4");
        hold("fan-1", 5);
        journey("looked", "", "visit 1, browse 2, event_detail 3");
        journey("skipped browsing", "", "visit 1, event_detail 3, seat_selection 4");
        journey("came by a link", "", "event_detail 3, seat_selection 4");

        assertThat(funnel()).isEqualTo("visit 3, browse 2, event_detail 2, seat_selection 1, held 1");
    }

    @Test
    void countsOnlySessionsThatLookedAtTheShow() {
        journey("looked around", "", "visit 1, browse 2");
        writer.execute(step("other show", "", "visit", "", 1));
        writer.execute(step("other show", "", "event_detail", "show-2", 2));

        assertThat(funnel()).isEqualTo("visit 0, browse 0, event_detail 0, seat_selection 0, held 0");
    }

    @Test
    void takesStepsInTheOrderOfTimeWhereTheSameInstantIsInOrder() {
        journey("at once", "", "visit 1, browse 1, event_detail 1, seat_selection 1");
        journey("backwards", "", "visit 4, browse 3, event_detail 2, seat_selection 1");

        assertThat(funnel()).isEqualTo("visit 2, browse 1, event_detail 1, seat_selection 1, held 0");
    }

    @Test
    void countsAHoldOnlyAfterTheChoiceOfSeatsAndOnlyOfTheSamePerson() {
        journey("held before", "fan-1", "visit 1, browse 2, event_detail 3, seat_selection 4");
        hold("fan-1", 2);
        journey("somebody else held", "fan-2", "visit 1, browse 2, event_detail 3, seat_selection 4");
        hold("fan-3", 5);
        journey("refused", "fan-4", "visit 1, browse 2, event_detail 3, seat_selection 4");
        writer.execute("INSERT INTO onsale.holds (type, event_id, fan, at) VALUES ('HoldRefused', 'show-1', 'fan-4', "
                + at(5) + ")");
        journey("held again", "fan-5", "visit 1, browse 2, event_detail 3, seat_selection 4");
        hold("fan-5", 3);
        hold("fan-5", 4);
        journey("nobody", "", "visit 1, browse 2, event_detail 3, seat_selection 4");

        assertThat(funnel()).isEqualTo("visit 5, browse 5, event_detail 5, seat_selection 5, held 1");
    }

    @Test
    void looksNoFurtherThanItsTime() {
        journey("in time", "fan-1", "visit 1, browse 2, event_detail 3, seat_selection 59");
        hold("fan-1", 60);
        journey("before", "", "visit -2, browse -1, event_detail 3");

        assertThat(funnel()).isEqualTo("visit 1, browse 1, event_detail 1, seat_selection 1, held 0");
    }

    @Test
    void tellsChannelsAndDevicesApart() {
        journey("s1", "", "visit 1, browse 2, event_detail 3");
        writer.execute(step("s2", "", "visit", "", 1).replace("'web', 'phone'", "'app', 'phone'"));
        writer.execute(step("s2", "", "event_detail", "show-1", 2).replace("'web', 'phone'", "'app', 'phone'"));

        assertThat(funnelBy("channel")).isEqualTo("""
                app visit 1, app browse 0, app event_detail 0, app seat_selection 0, app held 0, \
                web visit 1, web browse 1, web event_detail 1, web seat_selection 0, web held 0""");
        assertThat(funnelBy("device"))
                .isEqualTo("phone visit 2, phone browse 1, phone event_detail 1, phone seat_selection 0, phone held 0");
        assertThatThrownBy(() -> funnelBy("age"))
                .isInstanceOf(ClickHouseRefusedException.class)
                .hasMessageContaining("by is channel or device");
    }

    @Test
    void tellsNoMoreValuesApartThanAnybodyReads() {
        for (int device = 0; device < 40; device++) {
            String words = "'web', 'device-" + device + "'";
            writer.execute(step("s" + device, "", "visit", "", 1).replace("'web', 'phone'", words));
            writer.execute(step("s" + device, "", "event_detail", "show-1", 2).replace("'web', 'phone'", words));
        }
        journey("s-a", "", "visit 1, event_detail 2");
        journey("s-b", "", "visit 1, event_detail 2");

        assertThat(funnelBy("device").split(", ", -1)).hasSize(32 * 5).contains("phone visit 2");
    }

    @Test
    void fillsHoldsAndStepsFromEvents() {
        writer.execute(event("inventory", 1, "show-1", "HoldReleased", """
                {"hold_id":"h","fan_id":"f","performance_id":"p","seat_ids":["A-1-1"]}"""));
        writer.execute(event("inventory", 2, "show-1", "ShowClosed", "{}"));
        writer.execute(event("journeys", 3, "s", "StepReached", """
                {"session_id":"s","step":"EVENT_DETAIL","ticketed_event_id":"show-1","channel":"web","device":"phone"}"""));

        assertThat(reader.query(
                        "SELECT offset, type, event_id, performance_id, hold_id, fan, seats, total FROM onsale.holds"))
                .isEqualTo("1\tHoldReleased\tshow-1\tp\th\tf\t['A-1-1']\t0");
        assertThat(reader.query(
                        "SELECT offset, event_id, session, account, step, channel, device FROM onsale.journey_steps"))
                .isEqualTo("3\tshow-1\ts\t\tevent_detail\tweb\tphone");
    }

    @Test
    void tellsTheNewestEventAndHowLongEventsTake() {
        assertThat(reader.query("SELECT * FROM onsale.freshness")).isEmpty();
        writer.execute("INSERT INTO onsale.events (offset, at, stored_at) VALUES (1, %s, %s), (2, %s, %s)"
                .formatted(at(-70), at(90), at(1), "'2026-11-20 10:00:01.250'"));

        assertThat(reader.query("SELECT at, lag FROM onsale.freshness")).isEqualTo("2026-11-20 10:00:01.000\t0.25");
    }

    private static String funnel() {
        return reader.query("""
                        SELECT concat(step, ' ', toString(people)) FROM onsale.funnel(\
                        event_id = {event:String}, from_at = {from:DateTime64(3)}, to_at = {to:DateTime64(3)})""", parameters(), "TabSeparated").strip().replace("\n", ", ");
    }

    private static String funnelBy(String by) {
        return reader.query("""
                        SELECT concat(value, ' ', step, ' ', toString(people)) FROM onsale.funnel_by(\
                        by = '%s', event_id = {event:String}, from_at = {from:DateTime64(3)}, to_at = {to:DateTime64(3)})""".formatted(by), parameters(), "TabSeparated")
                .strip()
                .replace("\n", ", ");
    }

    private static Map<String, String> parameters() {
        return Map.of("event", "show-1", "from", "2026-11-20 10:00:00.000", "to", "2026-11-20 10:01:00.000");
    }

    /** Steps with their seconds; those before the choice of a show name none. */
    private static void journey(String session, String account, String steps) {
        for (String step : steps.split(", ", -1)) {
            String name = step.substring(0, step.indexOf(' '));
            String show = name.equals("visit") || name.equals("browse") ? "" : "show-1";
            // Signed in from the choice of seats on.
            String who = name.equals("seat_selection") ? account : "";
            writer.execute(step(session, who, name, show, Integer.parseInt(step.substring(step.indexOf(' ') + 1))));
        }
    }

    private static String step(String session, String account, String step, String show, int second) {
        return "INSERT INTO onsale.journey_steps (session, account, step, event_id, channel, device, at) VALUES ('%s', '%s', '%s', '%s', 'web', 'phone', %s)"
                .formatted(session, account, step, show, at(second));
    }

    private static void hold(String fan, int second) {
        writer.execute("INSERT INTO onsale.holds (type, event_id, fan, at) VALUES ('SeatsHeld', 'show-1', '%s', %s)"
                .formatted(fan, at(second)));
    }

    private static String event(String domain, int offset, String key, String type, String body) {
        return "INSERT INTO onsale.events (topic, offset, key, type, at, body) VALUES ('onsale.%s.events.v1', %d, '%s', '%s', %s, '%s')"
                .formatted(domain, offset, key, type, at(1), body);
    }

    private static String at(int second) {
        return "toDateTime64('2026-11-20 10:00:00', 3, 'UTC') + INTERVAL %d SECOND".formatted(second);
    }
}
