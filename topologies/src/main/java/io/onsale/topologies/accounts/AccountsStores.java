package io.onsale.topologies.accounts;

import io.onsale.schemas.accounts.StoredAccount;
import io.onsale.schemas.accounts.StoredSession;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.topologies.accounts.domain.Session;
import io.onsale.topologies.accounts.domain.SessionEnd;
import io.onsale.topologies.kit.MappedSerde;
import io.onsale.topologies.kit.TopologyAssembly;
import java.util.List;
import org.apache.kafka.streams.state.StoreBuilder;

/** How accounts' rows are kept. */
final class AccountsStores {

    private AccountsStores() {}

    static List<StoreBuilder<?>> builders(AvroSerdes serdes) {
        return List.of(
                TopologyAssembly.store(
                        AccountsIo.IDENTITIES,
                        MappedSerde.of(serdes.of(StoredAccount.class), AccountMapping::store, AccountMapping::load)),
                TopologyAssembly.store(
                        AccountsIo.SESSIONS,
                        MappedSerde.of(serdes.of(StoredSession.class), AccountsStores::store, AccountsStores::load)));
    }

    private static StoredSession store(Session session) {
        SessionEnd end = session.end();
        return new StoredSession(
                session.generation(),
                session.expiresAt(),
                end == null ? null : io.onsale.schemas.accounts.SessionEnd.valueOf(end.name()),
                session.requestKey());
    }

    private static Session load(StoredSession session) {
        io.onsale.schemas.accounts.SessionEnd end = session.getEnd();
        return new Session(
                session.getGeneration(),
                session.getExpiresAt(),
                end == null ? null : SessionEnd.valueOf(end.name()),
                session.getRequestKey());
    }
}
