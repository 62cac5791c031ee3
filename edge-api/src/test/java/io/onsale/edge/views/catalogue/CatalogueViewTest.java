package io.onsale.edge.views.catalogue;

import static io.onsale.edge.views.Given.NOON;
import static io.onsale.edge.views.Given.definition;
import static io.onsale.edge.views.Given.section;
import static io.onsale.edge.views.Given.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.views.Given;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueViewTest {
    private static final int MANY = 100;

    private final CatalogueView view = new CatalogueView();

    @Test
    void listsWhatIsPublishedAndNothingElse() {
        given("draft", EventStatus.DRAFT, 1);
        given("published", EventStatus.PUBLISHED, 2);
        given("closed", EventStatus.CLOSED, 3);

        assertThat(listed(Search.ALL)).containsExactly("published");
        assertThat(view.find("draft")).isPresent();
        assertThat(view.find("closed")).isPresent();
    }

    @Test
    void aClosedEventLeavesTheList() {
        given("event-1", EventStatus.PUBLISHED, 2);
        given("event-1", EventStatus.CLOSED, 3);

        assertThat(listed(Search.ALL)).isEmpty();
    }

    @Test
    void anEventThatMovesIsListedOnceAndInItsNewPlace() {
        given("event-1", "Moved", "concert", "Seoul", NOON, 1);
        given("event-2", "Stays", "concert", "Seoul", NOON.plusSeconds(1), 1);
        given("event-1", "Moved", "concert", "Seoul", NOON.plusSeconds(2), 2);

        assertThat(listed(Search.ALL)).containsExactly("event-2", "event-1");
    }

    @Test
    void anOlderStateReadAgainChangesNothing() {
        given("event-1", EventStatus.CLOSED, 3);
        given("event-1", EventStatus.PUBLISHED, 2);

        assertThat(view.find("event-1").orElseThrow().status()).isEqualTo(EventStatus.CLOSED);
    }

    @Test
    void findsByWordsCategoryRegionAndTime() {
        given("event-1", "Night One", "concert", "Seoul", NOON, 1);
        given("event-2", "Night Two", "musical", "Busan", NOON.plusSeconds(60), 1);

        assertThat(listed(words("NIGHT", "two"))).containsExactly("event-2");
        assertThat(listed(words("night", "three"))).isEmpty();
        assertThat(listed(new Search(
                        List.of(), Optional.of("Concert"), Optional.empty(), Instant.EPOCH, Optional.empty())))
                .containsExactly("event-1");
        assertThat(listed(
                        new Search(List.of(), Optional.empty(), Optional.of("busan"), Instant.EPOCH, Optional.empty())))
                .containsExactly("event-2");
        assertThat(listed(between(NOON, NOON.plusSeconds(60)))).containsExactly("event-1");
        assertThat(listed(between(NOON.plusSeconds(1), NOON.plusSeconds(61)))).containsExactly("event-2");
    }

    @Test
    void anEventCountsByItsNextDateThatIsNotCalledOff() {
        Instant now = NOON;
        given("over", dates(scheduled(-60)));
        given("touring", dates(scheduled(-60), scheduled(30)));
        given("later", dates(scheduled(20), scheduled(90)));
        given("calledOff", dates(calledOff(10), scheduled(40)));
        given("allOff", dates(calledOff(10)));

        assertThat(listed(between(now, Instant.MAX))).containsExactly("later", "touring", "calledOff");
        assertThat(listed(between(now, now.plusSeconds(30)))).containsExactly("later");
        assertThat(listed(between(Instant.EPOCH, now))).containsExactly("over", "touring");
    }

    @Test
    void aDateIsNotOverBeforeTheLastTimeOfEntry() {
        EventDefinition tour = EventDefinition.newBuilder(definition(Given.tour()))
                .setPerformances(dates(scheduled(0)))
                .build();
        view.apply("tour", state(EventStatus.PUBLISHED, tour, 1));
        given("later", dates(scheduled(60)));

        assertThat(listed(between(NOON.plusSeconds(60), Instant.MAX))).containsExactly("tour", "later");
        assertThat(listed(between(NOON.plusSeconds(3_601), Instant.MAX))).isEmpty();
    }

    @Test
    void aPageGoesOnBehindTheDateByWhichItsLastEventCounted() {
        given("touring", dates(scheduled(-60), scheduled(30)));
        given("first", dates(scheduled(10)));
        given("last", dates(scheduled(40)));
        Search search = between(NOON, Instant.MAX);

        Page page = view.list(search, Optional.empty(), 2);

        assertThat(page.listings()).extracting(Listing::eventId).containsExactly("first", "touring");
        assertThat(view.list(search, page.last(), 2).listings())
                .extracting(Listing::eventId)
                .containsExactly("last");
    }

    @Test
    void aPageThatWasBegunLongAgoGoesOnWithWhatIsToCome() {
        given("first", dates(scheduled(10)));
        given("second", dates(scheduled(20)));
        Page page = view.list(between(NOON, Instant.MAX), Optional.empty(), 1);

        assertThat(view.list(between(NOON.plusSeconds(15), Instant.MAX), page.last(), 1)
                        .listings())
                .extracting(Listing::eventId)
                .containsExactly("second");
    }

    @Test
    void pagesNeitherRepeatNorMissAnEvent() {
        for (int i = 0; i < 25; i++) {
            // Three of each instant, so that ids decide.
            given("event-" + i, "Night", "concert", "Seoul", NOON.plusSeconds(i / 3), 1);
        }

        Page first = view.list(Search.ALL, Optional.empty(), 10);
        Page second = view.list(Search.ALL, first.last(), 10);
        Page third = view.list(Search.ALL, second.last(), 10);

        assertThat(third.last()).isEmpty();
        assertThat(List.of(first, second, third))
                .flatExtracting(Page::listings)
                .doesNotHaveDuplicates()
                .hasSize(25);
    }

    @Test
    void keepsEverythingOfAnOrganizerInOrderAndOnce() {
        given("draft", EventStatus.DRAFT, 1);
        given("moves", "Moves", "concert", "Seoul", NOON.plusSeconds(1), 1);
        given("closed", EventStatus.CLOSED, 3);
        given("moves", "Moves", "concert", "Seoul", NOON.minusSeconds(1), 2);

        assertThat(organized("organizer-1")).containsExactly("moves", "closed", "draft");
        assertThat(organized("organizer-2")).isEmpty();

        view.apply("closed", null);

        assertThat(organized("organizer-1")).containsExactly("moves", "draft");
    }

    private List<String> organized(String organizerId) {
        return view.organizedBy(organizerId, Optional.empty(), MANY).listings().stream()
                .map(Listing::eventId)
                .toList();
    }

    private static Search words(String... words) {
        return new Search(List.of(words), Optional.empty(), Optional.empty(), Instant.EPOCH, Optional.empty());
    }

    private static Search between(Instant from, Instant to) {
        return new Search(List.of(), Optional.empty(), Optional.empty(), from, Optional.of(to));
    }

    private List<String> listed(Search search) {
        return view.list(search, Optional.empty(), MANY).listings().stream()
                .map(Listing::eventId)
                .toList();
    }

    private static List<Performance> dates(Performance... dates) {
        return List.of(dates);
    }

    private static Performance scheduled(int seconds) {
        return date(seconds, PerformanceStatus.SCHEDULED);
    }

    private static Performance calledOff(int seconds) {
        return date(seconds, PerformanceStatus.CANCELLED);
    }

    private static Performance date(int seconds, PerformanceStatus status) {
        return new Performance("at" + seconds, NOON.plusSeconds(seconds), "", 1, status);
    }

    private void given(String eventId, List<Performance> dates) {
        EventDefinition definition = EventDefinition.newBuilder(definition(section("A", "VIP", 1, 1, 1)))
                .setPerformances(dates)
                .build();
        view.apply(eventId, state(EventStatus.PUBLISHED, definition, 1));
    }

    private void given(String eventId, EventStatus status, long sequence) {
        view.apply(eventId, state(status, definition(section("A", "VIP", 1, 1, 1)), sequence));
    }

    private void given(String eventId, String title, String category, String region, Instant at, long sequence) {
        view.apply(
                eventId,
                state(
                        EventStatus.PUBLISHED,
                        definition(title, category, region, at, section("A", "VIP", 1, 1, 1)),
                        sequence));
    }
}
