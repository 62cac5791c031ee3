package io.onsale.edge.queue.challenge;

import io.onsale.edge.auth.Recent;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.queue.challenge.Puzzles.Puzzle;
import io.onsale.schemas.catalogue.ChallengeWhen;
import io.onsale.schemas.privacy.ProcessKey;
import io.prometheus.client.Counter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says who has to solve what before joining. */
public final class Challenges {
    private static final Counter OUTCOMES = Counter.build(
                    "onsale_queue_challenges_total", "Joins of which a challenge was asked, and how that went.")
            .labelNames("outcome")
            .register();

    /** So many joins a minute are usual from one address; above, it is crowded. */
    static final int USUAL = 20;

    private static final int BITS = 16;
    private static final int MOST_BITS = 22;
    private static final int MAX_TEXT = 4_096;
    private static final int REMEMBERED = 200_000;

    private final Puzzles puzzles;
    private final Optional<ChallengeProvider> provider;
    private final Crowds crowds = new Crowds();

    /** Whoever passed lately comes back for a place of their own, and is no crowd. */
    private final Recent<String, Boolean> passed = new Recent<>(REMEMBERED);

    /**
     * Challenges with puzzles.
     *
     * @param provider whose riddles come first, where there is one
     */
    public Challenges(ProcessKey key, Optional<ChallengeProvider> provider, Clock clock) {
        this.puzzles = new Puzzles(key, clock);
        this.provider = provider;
    }

    /** Lets a join pass that needs no challenge or has solved one; refuses others with what is to be solved. */
    public void check(ChallengeWhen when, String eventId, String fanId, String address, Fields body) {
        String who = eventId + "\n" + fanId;
        if (when == ChallengeWhen.CROWDED && passed.find(who).isPresent()) {
            return;
        }
        int lately = crowds.count(eventId + "\n" + address);
        boolean wanted = switch (when) {
            case NEVER -> false;
            case CROWDED -> lately > USUAL;
            case ALWAYS -> true;
        };
        if (!wanted) {
            passed.put(who, true);
            return;
        }
        int bits = bits(lately);
        Optional<Fields> answer = body.optionalObject("challenge");
        if (answer.isEmpty()) {
            OUTCOMES.labels("asked").inc();
            throw required(eventId, fanId, bits, "Joining needs a challenge to be solved.");
        }
        if (!solved(answer.get(), eventId, fanId, address)) {
            OUTCOMES.labels("wrong").inc();
            throw required(eventId, fanId, bits, "That does not solve the challenge, or not any more.");
        }
        OUTCOMES.labels("solved").inc();
        passed.put(who, true);
    }

    private boolean solved(Fields answer, String eventId, String fanId, String address) {
        if (provider.isPresent() && answer.has("captcha")) {
            String captcha = answer.secret("captcha", 1, MAX_TEXT);
            return provider.get().verify(captcha, address) == ChallengeProvider.Verdict.RIGHT;
        }
        // However crowded it has become since: a puzzle is as hard as it was when it was given.
        return puzzles.solves(
                eventId, fanId, BITS, answer.secret("puzzle", 1, MAX_TEXT), answer.secret("solution", 1, 64));
    }

    /** One bit more, and so twice the work, for each doubling of the crowd. */
    static int bits(int lately) {
        int doublings = lately <= USUAL ? 0 : Integer.SIZE - 1 - Integer.numberOfLeadingZeros(lately / USUAL);
        return Math.min(MOST_BITS, BITS + doublings);
    }

    private ProblemException required(String eventId, String fanId, int bits, String detail) {
        Puzzle puzzle = puzzles.make(eventId, fanId, bits);
        Map<String, Object> challenge = new LinkedHashMap<>();
        challenge.put("kind", "proof-of-work");
        challenge.put("algorithm", "sha-256");
        challenge.put("puzzle", puzzle.text());
        challenge.put("bits", puzzle.bits());
        challenge.put("expires_at", puzzle.expiresAt().toString());
        provider.ifPresent(service -> challenge.put("captcha_site_key", service.siteKey()));
        return Problem.of(403, "challenge_required", detail)
                .with("challenge", challenge)
                .toException();
    }
}
