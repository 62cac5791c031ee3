package io.onsale.standalone.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import io.onsale.standalone.ToldToUser;
import io.onsale.waiting.Statement.Outcome;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawVerificationTest {

    @TempDir
    private Path folder;

    private PublishedFiles files;

    @BeforeEach
    void publishes() {
        files = new PublishedFiles(folder, 9);
    }

    @Test
    void findsAnHonestDrawRight() {
        DrawVerification verification = verify(files.text());

        assertThat(verification.holds()).isTrue();
        assertThat(verification.places()).isEqualTo(9);
        assertThat(verification.text())
                .contains(
                        "ok     roster size: 9",
                        "ok     commitment:",
                        "ok     order:",
                        "ok     beacon's time: round 34439832 of drand quicknet",
                        "open   beacon: round 34439832 of drand")
                .endsWith("Nothing is wrong; what is open could not be checked from these files.");
    }

    @Test
    void findsAFansPlaceByTheReceipt() {
        DrawVerification verification = verify(files.text(), files.receipt(4), PublishedFiles.keys());

        assertThat(verification.holds()).isTrue();
        assertThat(verification.text())
                .contains(
                        "ok     receipt's commitment",
                        "ok     receipt's leaf",
                        "ok     receipt's proof",
                        "ok     receipt's token: signed with the published key k1")
                .containsPattern("ok     receipt's position: [1-9] of 9 drawn");
    }

    @Test
    void takesTheWholeAnswerThatHasTheReceipt() {
        String answer = "{\"phase\":\"pre_queue\",\"receipt\":" + files.receipt(4) + "}";

        assertThat(verify(files.text(), answer, PublishedFiles.keys()).holds()).isTrue();
    }

    @Test
    void findsAnEntryThatWasChanged() {
        String changed = files.text().replace("|6|gold|", "|6|platinum|");

        assertWrong(verify(changed), "roster root", "order");
    }

    @Test
    void findsAFanThatWasDropped() {
        String without = files.text().replace('"' + files.leaf(4).line() + "\"\n", "");

        assertWrong(verify(without), "roster size", "roster root", "order");
        assertWrong(verify(without, files.receipt(4), PublishedFiles.keys()), "roster size", "roster root", "order");
        assertThat(verify(without, files.receipt(4), PublishedFiles.keys()).text())
                .contains("open   receipt's place: number 10 joined at 2026-12-01T10:45:00Z and is not in the roster");
    }

    @Test
    void findsARootThatWasLeftOut() {
        String without = files.text()
                .replace('"' + files.leaf(4).line() + "\"\n", "")
                .replaceAll("\"roster_root\":\"[0-9a-f]+\"", "\"roster_root\":null");

        assertThat(verify(without, files.receipt(4), PublishedFiles.keys()).text())
                .contains("WRONG  roster root: it is not published", "open   receipt's place: number 10");
    }

    @Test
    void findsALineWhoseDrawIsNotPublished() {
        String document = files.text().lines().findFirst().orElseThrow();
        String bare = document.replaceAll("\"(roster_root|seed|order_hash)\":\"[0-9a-f]+\"", "\"$1\":null")
                .replaceAll("\"(roster_size|moved)\":[0-9]+", "\"$1\":null");

        assertWrong(verify(bare), "roster size", "roster root", "order");
        assertWrong(verify(bare.replace("\"line\"", "\"draw_pending\"")), "roster size", "roster root");
        assertThat(verify(bare.replace("\"line\"", "\"pre_queue\"")).holds()).isTrue();
        assertBroken(
                bare.replace("\"line\"", "\"soon\""),
                "phase must be scheduled, pre_queue, draw_pending, line or closed, not \"soon\"");
    }

    @Test
    void findsAnotherSeed() {
        assertWrong(verify(files.text().replace("5e".repeat(32), "5f".repeat(32))), "commitment", "order");
    }

    @Test
    void findsAReceiptThatSaysOtherThanItsToken() {
        Map<String, Object> claims = new HashMap<>(files.claims(4));
        claims.put("sequence", 99);
        ECKey key = PublishedFiles.key("k1");

        assertThat(verify(files.text(), files.receipt(4, PublishedFiles.token(key, claims)), PublishedFiles.keys())
                        .text())
                .contains(
                        "WRONG  receipt's token: it was signed for another receipt: sequence is 99 there, 10 in the receipt");
    }

    @Test
    void findsTermsThatAreOtherThanPromised() {
        String beaconless = files.text().replaceFirst("\"beacon\":\\{[^}]*}", "\"beacon\":null");
        String early = files.text().replace("2026-12-01T11:00:00Z", "2026-12-01T10:45:00Z");
        String favouring = files.text().replace("\"gold\":500", "\"gold\":5000");

        assertThat(verify(beaconless, files.receipt(4), PublishedFiles.keys()).text())
                .contains("WRONG  receipt's beacon: none is published");
        assertThat(verify(early, files.receipt(4), PublishedFiles.keys()).text())
                .contains("WRONG  receipt's draws_at: 2026-12-01T10:45:00Z is published");
        assertThat(verify(favouring, files.receipt(4), PublishedFiles.keys()).text())
                .contains("WRONG  receipt's policy");
    }

    @Test
    void findsTermsThatTheTokenDoesNotHave() {
        Map<String, Object> claims = new HashMap<>(files.claims(4));
        claims.remove("terms");
        String other = files.receipt(4).replace("11:00:00Z", "12:00:00Z");
        String token = PublishedFiles.token(PublishedFiles.key("k1"), claims);

        assertThat(verify(files.text(), other, PublishedFiles.keys()).text())
                .contains("WRONG  receipt's token: it was signed for another receipt: terms is");
        assertThat(verify(files.text(), files.receipt(4, token), PublishedFiles.keys())
                        .text())
                .contains("terms is missing there");
    }

    @Test
    void findsATokenThatAnotherKeySigned() {
        String forged = PublishedFiles.token(PublishedFiles.key("k1"), files.claims(4));
        String unknown = PublishedFiles.token(PublishedFiles.key("k9"), files.claims(4));

        assertThat(verify(files.text(), files.receipt(4, forged), PublishedFiles.keys())
                        .text())
                .contains("WRONG  receipt's token: the published key k1 did not sign it");
        assertThat(verify(files.text(), files.receipt(4, unknown), PublishedFiles.keys())
                        .text())
                .contains("WRONG  receipt's token: its key, k9, is not among those in");
        assertThat(verify(files.text(), files.receipt(4, "no.token"), PublishedFiles.keys())
                        .text())
                .contains("WRONG  receipt's token: it is no JWS");
    }

    @Test
    void saysWhatCouldNotBeChecked() {
        DrawVerification without = DrawVerification.of(
                files.file("draw", files.text()),
                Optional.of(files.file("receipt", files.receipt(0))),
                Optional.empty());

        assertThat(without.holds()).isTrue();
        assertThat(without.text()).contains("open   receipt's token: it says the same; --keys");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "no json ~ line 1 is not JSON",
                "[1] ~ line 1 is not a JSON object",
                "{} ~ algorithm must be a string, not missing",
                "{\"algorithm\":\"onsale-draw-9\"} ~ only onsale-draw-1 is known here",
                "{\"algorithm\":\"onsale-draw-1\",\"event_id\":7} ~ event_id must be a string, not 7",
                "{\"algorithm\":\"onsale-draw-1\",\"event_id\":\"e\",\"phase\":\"line\",\"draws_at\":\"soon\"} ~ draws_at must be an instant like"
            })
    void saysInOneLineWhatIsBroken(String text, String expected) {
        assertBroken(text, expected);
    }

    @Test
    void saysInOneLineWhichFieldIsBroken() {
        assertBroken(files.text().replace("\"seed\":\"5e", "\"seed\":\"xx"), "seed must be 64 hex digits, not \"xx5e");
        assertBroken(files.text().replace("\"value\":\"0bea", "\"value\":\"0be"), "value must be hex digits");
        assertBroken(files.text().replace("\"gold\":500", "\"gold\":-1"), "a policy's gold is between");
        assertBroken(
                files.text().replace("\"roster_size\":9", "\"roster_size\":9.5"), "roster_size must be an integer");
        assertBroken(
                files.text().replace("\"roster_size\":9", "\"roster_size\":4294967305"),
                "roster_size must be an integer of at most 2147483647, not 4294967305");
        assertBroken(
                files.text().replace("\"round\":34439832", "\"round\":18446744073709551628"),
                "round must be an integer of at most 9223372036854775807");
    }

    @Test
    void saysInOneLineThatABeaconIsReadOtherwise() {
        String signature = "\"value_is\":\"signature\"";

        assertBroken(
                files.text().replace("\"value_is\":\"randomness\"", signature),
                "a draw goes by a round's randomness, not by its \"signature\"");
        assertThat(verify(files.text().replace("\"value_is\":\"randomness\",", ""))
                        .holds())
                .isTrue();
    }

    @Test
    void printsWhoWasSentToTheVeryEnd() {
        String move = "{\"moved\":10,\"at\":\"2026-12-01T11:00:09Z\",\"suspicion\":930,\"by\":\"organizer\"}\n";
        String told = files.text().replace("\"moved\":0", "\"moved\":1") + move;

        DrawVerification verification = verify(told, files.receipt(4), PublishedFiles.keys());
        assertThat(verification.holds()).isTrue();
        assertThat(verification.text())
                .contains("open   moved: number 10 at 2026-12-01T11:00:09Z, as suspicion is 930, said by: organizer")
                .contains("open   receipt's place: number 10 was sent to the very end");
        assertWrong(verify(files.text() + move), "moves");
        assertBroken(told.replace(":930", ":\"much\""), "line 11: suspicion must be an integer");
    }

    @Test
    void saysInOneLineWhichLeafIsBroken() {
        String again = '"' + files.leaf(8).line() + "\"\n";

        assertBroken(files.text() + "more\n", "line 11 is no leaf");
        assertBroken(files.text() + again, "line 11 has place 18 after place 18");
        assertBroken(files.text() + again.replace("|18|", "|19|"), "line 11 has the pseudonym of another leaf");
        assertBroken(files.text() + again.replace("|18|", "|19|").replace("draw-1", "draw-2"), "goes by policy draw-2");
        assertBroken("", "is empty");
    }

    @Test
    void saysInOneLineWhichFileIsMissing() {
        Path missing = folder.resolve("missing");
        Path draw = files.file("draw", files.text());
        Optional<Path> receipt = Optional.of(files.file("receipt", files.receipt(0)));

        assertThatThrownBy(() -> DrawVerification.of(missing, Optional.empty(), Optional.empty()))
                .isInstanceOf(ToldToUser.class)
                .hasMessageStartingWith("there is no file")
                .hasMessageContaining("draw/roster");
        assertThatThrownBy(() -> DrawVerification.of(draw, Optional.of(missing), Optional.empty()))
                .hasMessageContaining("joining answered it");
        assertThatThrownBy(() -> DrawVerification.of(draw, receipt, Optional.of(missing)))
                .hasMessageContaining("jwks.json");
        assertThatThrownBy(() -> DrawVerification.of(draw, receipt, Optional.of(draw)))
                .hasMessageContaining("has no keys");
    }

    private void assertBroken(String text, String expected) {
        assertThatThrownBy(() -> verify(text))
                .isInstanceOf(ToldToUser.class)
                .hasMessageContaining(expected)
                .message()
                .hasLineCount(1);
    }

    private static void assertWrong(DrawVerification verification, String... subjects) {
        List<String> wrong = verification.statements().stream()
                .filter(statement -> statement.outcome() == Outcome.WRONG)
                .map(statement -> statement.text().substring(0, statement.text().indexOf(':')))
                .toList();
        assertThat(wrong).containsExactly(subjects);
        assertThat(verification.text()).contains("keep the files, they are the evidence");
    }

    private DrawVerification verify(String draw) {
        return DrawVerification.of(files.file("draw", draw), Optional.empty(), Optional.empty());
    }

    private DrawVerification verify(String draw, String receipt, String keys) {
        return DrawVerification.of(
                files.file("draw", draw),
                Optional.of(files.file("receipt", receipt)),
                Optional.of(files.file("keys", keys)));
    }
}
