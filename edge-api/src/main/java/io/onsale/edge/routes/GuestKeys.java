package io.onsale.edge.routes;

import io.onsale.edge.auth.Accounts;
import io.onsale.edge.log.Commands;
import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.privacy.PersonKeys;
import io.onsale.schemas.privacy.PersonSeal;

/** The keys of people without accounts; what is sealed with them is on its way for seconds, so a new one may take an old one's place at any time. */
record GuestKeys(Commands commands, Accounts accounts, PersonKeys keys) {

    /** A new key, whether or not there is one already: how long this takes must not tell. */
    PersonSeal fresh(String guestId) {
        PersonKey key = keys.generate(guestId);
        commands.keep(Topics.ACCOUNT_KEYS, guestId, key);
        return keys.open(guestId, key.getPersonKey());
    }

    /** The newest key in view, or a new one. */
    PersonSeal newest(String guestId) {
        return accounts.newestKey(guestId).map(key -> keys.open(guestId, key)).orElseGet(() -> fresh(guestId));
    }
}
