package io.onsale.topologies.accounts;

import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.StoredAccount;
import io.onsale.schemas.accounts.StoredSession;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.topologies.accounts.domain.AccountsBooks;
import io.onsale.topologies.accounts.domain.AccountsCommand;
import io.onsale.topologies.accounts.domain.AccountsDecider;
import io.onsale.topologies.accounts.domain.AccountsEvent;
import io.onsale.topologies.accounts.domain.AccountsView;
import io.onsale.topologies.accounts.domain.Session;
import io.onsale.topologies.kit.Alarms;
import io.onsale.topologies.kit.DeciderIo;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.StateStores;
import io.onsale.topologies.kit.Sweep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Accounts as a topology: the package's manual says what it decides. */
public final class AccountsTopology
        implements DeciderTopology<
                AccountCommand, AccountEvent, AccountReply, AccountsView, AccountsCommand, AccountsEvent> {

    private final AccountsMapping mapping = new AccountsMapping();

    @Override
    public DeciderIo<AccountCommand, AccountEvent, AccountReply> io() {
        return AccountsIo.IO;
    }

    @Override
    public AccountsMapping protocol() {
        return mapping;
    }

    @Override
    public Optional<AccountsMapping> answers() {
        return Optional.of(mapping);
    }

    @Override
    public AccountsDecider decider() {
        return new AccountsDecider();
    }

    @Override
    public List<StoreBuilder<?>> stores(AvroSerdes serdes) {
        return AccountsStores.builders(serdes);
    }

    @Override
    public Map<String, Class<? extends SpecificRecord>> storedRecords() {
        return Map.of(AccountsIo.IDENTITIES, StoredAccount.class, AccountsIo.SESSIONS, StoredSession.class);
    }

    @Override
    public Opened<AccountCommand, AccountsView, AccountsEvent> open(StateStores stores) {
        KeyValueStore<String, Session> sessions = stores.get(AccountsIo.SESSIONS);
        AccountsBooks books = new AccountsBooks(stores.table(AccountsIo.IDENTITIES), stores.table(AccountsIo.SESSIONS));
        Sweep<Session> expired = new Sweep<>(sessions, Session::expired);
        return new Opened<>(books, Alarms.none(), List.of(expired));
    }
}
