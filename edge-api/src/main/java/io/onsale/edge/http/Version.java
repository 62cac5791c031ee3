package io.onsale.edge.http;
/**
 * A place in the log that a client has seen: that many events of one key. Clients pass it on without looking into it.
 * {@link VersionHeaders} carries it.
 *
 * @param sequence how many events of the key; see the event envelope
 */
public record Version(Domain domain, String key, long sequence) {

    /** The header in which versions travel, in both directions. */
    public static final String HEADER = "X-Onsale-Version";

    /** Whose events are counted. */
    public enum Domain {
        ACCOUNTS('a'),
        CATALOGUE('c'),
        INVENTORY('i'),
        CHECKOUT('o'),
        ADMISSION('q');

        private final char letter;

        Domain(char letter) {
            this.letter = letter;
        }

        char letter() {
            return letter;
        }
    }
}
