package io.onsale.topologies.accounts;

import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.CloseSession;
import io.onsale.schemas.accounts.OpenSession;
import io.onsale.schemas.accounts.RotateSession;
import io.onsale.schemas.accounts.SessionClosed;
import io.onsale.schemas.accounts.SessionEnd;
import io.onsale.schemas.accounts.SessionGranted;
import io.onsale.schemas.accounts.SessionRefused;
import io.onsale.schemas.accounts.SignUp;
import io.onsale.schemas.accounts.SignUpRefused;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.topologies.accounts.domain.Account;
import io.onsale.topologies.accounts.domain.AccountsCommand;
import io.onsale.topologies.accounts.domain.AccountsEvent;
import io.onsale.topologies.accounts.domain.SessionId;
import io.onsale.topologies.kit.Answers;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Consequence;
import io.onsale.topologies.kit.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts' records between Avro and the domain. */
final class AccountsMapping
        implements Protocol<AccountCommand, AccountEvent, AccountsCommand, AccountsEvent>,
                Answers<AccountReply, AccountsEvent> {

    @Override
    public CommandEnvelope envelope(AccountCommand command) {
        return command.getEnvelope();
    }

    @Override
    public AccountsCommand command(AccountCommand command) {
        return switch (command.getBody()) {
            case SignUp signUp -> AccountMapping.signUp(signUp);
            case OpenSession open ->
                new AccountsCommand.OpenSession(
                        new SessionId(open.getAccountId(), open.getSessionId()), open.getExpiresAt());
            case RotateSession rotate ->
                new AccountsCommand.RotateSession(
                        new SessionId(rotate.getAccountId(), rotate.getSessionId()),
                        rotate.getGeneration(),
                        rotate.getRequestKey());
            case CloseSession close ->
                new AccountsCommand.CloseSession(new SessionId(close.getAccountId(), close.getSessionId()));
            case Object other -> throw CommonMapping.unknown(other);
        };
    }

    @Override
    public AccountEvent event(EventEnvelope envelope, AccountsEvent event) {
        return new AccountEvent(envelope, body(event));
    }

    @Override
    public List<Consequence> consequences(String key, AccountsEvent event, EventEnvelope envelope) {
        return switch (event) {
            case AccountsEvent.AccountOpened opened -> state(key, opened.account(), envelope);
            // The state is as new as the key's last event, so that whoever waits for that event's number sees it come.
            case AccountsEvent.SignUpRefused refused -> state(key, refused.holder(), envelope);
            case AccountsEvent aboutSession -> List.of();
        };
    }

    private static List<Consequence> state(String key, @Nullable Account account, EventEnvelope envelope) {
        return account == null
                ? List.of()
                : List.of(new Consequence(
                        Topics.ACCOUNT_STATE, key, AccountMapping.state(account, envelope.getSequence())));
    }

    @Override
    public Object outcome(AccountsEvent answer) {
        return switch (answer) {
            case AccountsEvent.SignUpRefused refused -> CommonMapping.toAvro(refused.refusal());
            case AccountsEvent.SessionRefused refused -> CommonMapping.toAvro(refused.refusal());
            case AccountsEvent told -> body(told);
        };
    }

    @Override
    public Object outcome(AccountReply reply) {
        return reply.getOutcome();
    }

    @Override
    public AccountReply reply(String commandId, long sequence, boolean replayed, Object outcome) {
        return new AccountReply(commandId, sequence, replayed, outcome);
    }

    private static Object body(AccountsEvent event) {
        return switch (event) {
            case AccountsEvent.AccountOpened opened -> AccountMapping.opened(opened.account());
            case AccountsEvent.SignUpRefused refused -> new SignUpRefused(CommonMapping.toAvro(refused.refusal()));
            case AccountsEvent.SessionGranted granted ->
                new SessionGranted(
                        granted.session().id(), granted.session().account(), granted.generation(), granted.expiresAt());
            case AccountsEvent.SessionClosed closed ->
                new SessionClosed(
                        closed.session().id(),
                        closed.session().account(),
                        SessionEnd.valueOf(closed.reason().name()));
            case AccountsEvent.SessionRefused refused ->
                new SessionRefused(
                        refused.session().id(), refused.session().account(), CommonMapping.toAvro(refused.refusal()));
        };
    }
}
