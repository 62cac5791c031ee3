package io.onsale.topologies.accounts;

import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.topologies.accounts.domain.Account;
import io.onsale.topologies.accounts.domain.AccountsBooks;
import io.onsale.topologies.accounts.domain.AccountsCommand;
import io.onsale.topologies.accounts.domain.AccountsDecider;
import io.onsale.topologies.accounts.domain.AccountsEvent;
import io.onsale.topologies.accounts.domain.AccountsView;
import io.onsale.topologies.accounts.domain.Binding;
import io.onsale.topologies.accounts.domain.CodeBook;
import io.onsale.topologies.accounts.domain.CodeTries;
import io.onsale.topologies.accounts.domain.CodeUse;
import io.onsale.topologies.accounts.domain.Ending;
import io.onsale.topologies.accounts.domain.Logins;
import io.onsale.topologies.accounts.domain.SentCode;
import io.onsale.topologies.accounts.domain.Session;
import io.onsale.topologies.kit.Alarms;
import io.onsale.topologies.kit.DeciderIo;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.Forgetting;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.kit.StoreTable;
import io.onsale.topologies.kit.Sweep;
import io.onsale.topologies.kit.Tables;
import io.onsale.topologies.kit.domain.Sealed;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Accounts as a topology: the package's manual says what it decides. */
public final class AccountsTopology
        implements DeciderTopology<
                AccountCommand, AccountEvent, AccountReply, AccountsView, AccountsCommand, AccountsEvent> {

    private final AccountsMapping mapping;
    private final RowKind<Account> identities;
    private final Codes codes;

    /** Derives from this key what the right codes are, and what stands for people. */
    public AccountsTopology(ProcessKey key) {
        Pseudonyms pseudonyms = new Pseudonyms(key);
        this.mapping = new AccountsMapping(pseudonyms);
        this.identities = AccountsRows.identities(pseudonyms);
        this.codes = new Codes(key);
    }

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
        return new AccountsDecider(this::proof);
    }

    @Override
    public List<RowKind<?>> rows() {
        return List.of(
                identities,
                AccountsRows.SESSIONS,
                AccountsRows.LOGINS,
                AccountsRows.CODES,
                AccountsRows.TRIES,
                AccountsRows.BINDINGS,
                AccountsRows.ENDINGS);
    }

    @Override
    public Opened<AccountCommand, AccountsView, AccountsEvent> open(Tables tables) {
        StoreTable<Session> sessions = tables.of(AccountsRows.SESSIONS);
        StoreTable<Logins> logins = tables.of(AccountsRows.LOGINS);
        StoreTable<SentCode> codesSent = tables.of(AccountsRows.CODES);
        StoreTable<CodeTries> tries = tables.of(AccountsRows.TRIES);
        StoreTable<Binding> bindings = tables.of(AccountsRows.BINDINGS);
        StoreTable<Ending> endings = tables.of(AccountsRows.ENDINGS);
        AccountsBooks books = new AccountsBooks(
                tables.of(identities), sessions, endings, logins, new CodeBook(codesSent, tries), bindings);
        List<Sweep<?>> sweeps = List.of(
                new Sweep<>(sessions, Session::expired),
                new Sweep<>(endings, Ending::expired),
                new Sweep<>(logins, Logins::forgotten),
                new Sweep<>(codesSent, SentCode::forgotten),
                new Sweep<>(tries, CodeTries::forgotten),
                new Sweep<>(bindings, Binding::expired));
        return new Opened<>(books, Alarms.none(), sweeps);
    }

    private Sealed proof(CodeUse use, String contact, int attempt) {
        CodePurpose purpose = CodePurpose.valueOf(use.name());
        String code = codes.code(purpose, contact, attempt);
        return Sealed.of(ByteBuffer.wrap(codes.proof(purpose, contact, code)));
    }

    /**
     * Emails and contacts that never had an account: anybody can think of any number. All that is kept under them, wrong guesses and codes, is forgotten a day
     * after it happened. The events of an email that has had an account are counted on, as edges go by their numbers.
     */
    @Override
    public Optional<Forgetting<AccountsView>> forgetting() {
        return Optional.of(Forgetting.only(view -> view.isContact() && view.account() == null, Duration.ofDays(2)));
    }
}
