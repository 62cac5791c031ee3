package io.onsale.edge.queue.challenge;

/** A service that tells people from machines. */
public interface ChallengeProvider {
    /** What a page needs to show the service's riddle. */
    String siteKey();

    /** Whether the service says that this answer is right. */
    Verdict verify(String answer, String address);

    /** What the service says. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** It does not answer. */
        AWAY
    }
}
