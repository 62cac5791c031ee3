package io.onsale.edge.identity;

import java.time.LocalDate;
import java.util.Optional;

/** A company that knows who people are. */
public interface IdentityProvider {

    /** What a person tells to be known. */
    record Claim(String name, LocalDate birthDate, String phone) {

        /** Shows nothing of the person. */
        @Override
        public String toString() {
            return "Claim[hidden]";
        }
    }

    /**
     * What the company calls this person, the same for every account of theirs, where it knows them, and nothing where it doesn't; throws a 503
     * where it can't be asked.
     */
    Optional<String> verify(Claim claim);

    /** Where nobody can be asked. */
    static IdentityProvider none() {
        return claim -> {
            throw HttpIdentityProvider.away();
        };
    }
}
