package io.onsale.edge.routes;

import io.onsale.edge.auth.Caller;
import io.onsale.edge.routes.OwnAccount.Mine;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people are told of themselves. */
final class MyJson {

    private MyJson() {}

    /** Of those whom another issuer vouches for, no more than who they are is known. */
    static Map<String, Object> me(Caller caller, Optional<Mine> account) {
        Map<String, Object> me = new LinkedHashMap<>();
        me.put("user_id", caller.accountId());
        me.put("role", word(caller));
        account.ifPresent(mine -> describe(me, mine));
        return me;
    }

    /** Everything. */
    static Map<String, Object> account(Mine mine) {
        Map<String, Object> account = new LinkedHashMap<>();
        describe(account, mine);
        account.put("role", word(mine.caller()));
        account.put("opened_at", mine.state().getOpenedAt().toString());
        identity(mine).ifPresent(kept -> account.put("identity_reference", kept));
        return account;
    }

    private static void describe(Map<String, Object> answer, Mine mine) {
        answer.put("email", mine.person().email());
        answer.put("name", mine.person().name());
        mine.person().phone().ifPresent(phone -> answer.put("phone", phone));
        answer.put("identity_verified", identity(mine).isPresent());
    }

    /** What is kept of who somebody is. */
    private static Optional<String> identity(Mine mine) {
        return Optional.ofNullable(mine.state().getIdentityKey())
                .or(() -> Optional.ofNullable(mine.state().getIdentity()));
    }

    private static String word(Caller caller) {
        return caller.role().name().toLowerCase(Locale.ROOT);
    }
}
