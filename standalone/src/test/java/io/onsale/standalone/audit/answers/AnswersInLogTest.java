package io.onsale.standalone.audit.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.onsale.standalone.audit.RoomStory;
import io.onsale.standalone.audit.Story;
import io.onsale.standalone.audit.rules.Finding;
import io.onsale.standalone.audit.rules.Logged;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class AnswersInLogTest {

    private static final String HELD = """
            {"reservation_id":"h1","seats":["A-1-2","A-1-1"],"total":200,"currency":"KRW","expires_at":"2026-12-01T11:00:10Z"}""";

    private static final Story ANN_HOLDS_TWO = Story.opened().held("h1", "ann", "A-1-1", "A-1-2");

    @Test
    void acceptsAnswersThatTheLogBearsOut() {
        Story story = Story.opened().held("h1", "ann", "A-1-1", "A-1-2").released("h1");

        assertFindings(story, reserve("ann", HELD), released("h1")).isEmpty();
    }

    @Test
    void findsAHoldThatWasAnsweredButIsNotInTheLog() {
        assertFindings(Story.opened(), reserve("ann", HELD))
                .containsExactly("an accepted answer is not in the log: no SeatsHeld");
    }

    @Test
    void findsAReleaseThatWasAnsweredButIsNotInTheLog() {
        assertFindings(ANN_HOLDS_TWO, reserve("ann", HELD), released("h1"))
                .containsExactly("an accepted answer is not in the log: no HoldReleased");
    }

    @Test
    void findsOtherSeatsThanWereAnswered() {
        assertFindings(ANN_HOLDS_TWO, reserve("ann", HELD.replace("A-1-2", "A-1-3")))
                .singleElement()
                .asString()
                .startsWith("the seats of a hold is");
    }

    @Test
    void findsAnotherPriceThanWasAnswered() {
        assertFindings(ANN_HOLDS_TWO, reserve("ann", HELD.replace("200", "199")))
                .containsExactly("the total of a hold is 200, but a fan was told 199");
    }

    @Test
    void findsAnotherFanOrDeadlineThanWasAnswered() {
        assertFindings(ANN_HOLDS_TWO, reserve("bob", HELD.replace("00:10Z", "00:11Z")))
                .containsExactly(
                        "the fan of a hold is ann, but a fan was told bob",
                        "the deadline of a hold is 2026-12-01T11:00:10Z, but a fan was told 2026-12-01T11:00:11Z");
    }

    @Test
    void refusalsAndTimeOutsPromiseNothing() {
        assertFindings(
                        Story.opened(),
                        answer("ann", Routes.RESERVE, "k1", "d1", 409, "{\"code\":\"seat_taken\"}"),
                        answer("ann", Routes.RESERVE, "k2", "d1", 0, "{}"))
                .isEmpty();
    }

    @Test
    void findsAReportedStepThatNeverReachedTheLog() {
        Answer telemetry =
                answer("ann", Routes.TELEMETRY, "", "", 202, "{\"session\":\"s1\",\"steps\":[\"visit\",\"browse\"]}");

        assertFindings(Story.opened(), telemetry)
                .containsExactly(
                        "an accepted answer is not in the log: no StepReached",
                        "an accepted answer is not in the log: no StepReached");
    }

    @Test
    void acceptsPlacesInLineThatTheLogBearsOut() {
        RoomStory story = RoomStory.opened(1).joined("ann", "bob").left("bob");

        assertFindings(story.log(), joined("ann", 1), joined("bob", 2), left("bob", 2))
                .isEmpty();
    }

    @Test
    void findsAPlaceInLineThatIsSomebodyElses() {
        assertFindings(RoomStory.opened(1).joined("ann").log(), joined("bob", 1))
                .containsExactly("an accepted answer is not in the log: no FansJoined");
    }

    @Test
    void findsAnAdmissionAndALeaveThatNeverReachedTheLog() {
        Answer arrived = answer("ann", Routes.ARRIVE, "", "", 200, "{\"admission_id\":\"event-1.1\"}");

        assertFindings(RoomStory.opened(1).joined("ann").log(), arrived, left("ann", 1))
                .containsExactly(
                        "an accepted answer is not in the log: no FanArrived",
                        "an accepted answer is not in the log: no FanLeft");
    }

    @Test
    void acceptsTheSameAnswerToTheSameKey() {
        assertFindings(ANN_HOLDS_TWO, reserve("ann", HELD), reserve("ann", HELD))
                .isEmpty();
    }

    @Test
    void findsTwoAnswersToTheSameKey() {
        Answer other = answer("ann", Routes.RESERVE, "k1", "d1", 409, "{\"code\":\"seat_taken\"}");

        assertFindings(ANN_HOLDS_TWO, reserve("ann", HELD), other)
                .singleElement()
                .asString()
                .startsWith("a key had two answers: 201");
    }

    @Test
    void findsAKeyAcceptedForTwoBodies() {
        Answer other = answer("ann", Routes.RESERVE, "k1", "d2", 201, HELD);

        assertFindings(ANN_HOLDS_TWO, reserve("ann", HELD), other)
                .containsExactly("a key was accepted again for another body");
    }

    @Test
    void anAnswerThatDecidesNothingMayComeBeforeTheAnswer() {
        assertFindings(
                        ANN_HOLDS_TWO,
                        answer("ann", Routes.RESERVE, "k1", "d1", 503, "{\"code\":\"overloaded\"}"),
                        answer("ann", Routes.RESERVE, "k1", "d1", 409, "{\"code\":\"request_in_flight\"}"),
                        answer("ann", Routes.RESERVE, "k1", "d2", 422, "{\"code\":\"idempotency_conflict\"}"),
                        reserve("ann", HELD))
                .isEmpty();
    }

    @Test
    void twoFansMayUseTheSameKey() {
        assertFindings(
                        ANN_HOLDS_TWO,
                        reserve("ann", HELD),
                        answer("bob", Routes.RESERVE, "k1", "d1", 409, "{\"code\":\"seat_taken\"}"))
                .isEmpty();
    }

    private static ListAssert<String> assertFindings(Story story, Answer... answers) {
        return assertFindings(story.log(), answers);
    }

    private static ListAssert<String> assertFindings(List<Logged> log, Answer... answers) {
        AnswersInLog rule = new AnswersInLog(List.of(answers));
        List<Finding> findings = new ArrayList<>();
        Stream.concat(
                        log.stream().flatMap(logged -> rule.see(logged).stream()),
                        Stream.of(rule).flatMap(all -> all.end(Story.OPENING).stream()))
                .forEach(findings::add);
        return assertThat(findings.stream().map(Finding::what).toList());
    }

    private static Answer reserve(String fan, String told) {
        return answer(fan, Routes.RESERVE, "k1", "d1", 201, told);
    }

    private static Answer joined(String fan, int sequence) {
        return answer(fan, Routes.JOIN, fan, "d1", 202, "{\"sequence\":" + sequence + "}");
    }

    private static Answer left(String fan, int sequence) {
        return answer(fan, Routes.LEAVE, "", "", 204, "{\"sequence\":" + sequence + "}");
    }

    private static Answer released(String hold) {
        return answer("ann", Routes.RELEASE, "", "", 204, "{\"reservation_id\":\"" + hold + "\"}");
    }

    private static Answer answer(String fan, String route, String key, String digest, int status, String told) {
        try {
            return new Answer(
                    Story.OPENING.toString(),
                    fan,
                    route,
                    Story.EVENT,
                    key,
                    digest,
                    status,
                    new JsonMapper().readTree(told));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(told, e);
        }
    }
}
