package io.onsale.topologies.accounts;

import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.BindSession;
import io.onsale.schemas.accounts.ChangePassword;
import io.onsale.schemas.accounts.ChangePerson;
import io.onsale.schemas.accounts.CloseSession;
import io.onsale.schemas.accounts.CountOrderCode;
import io.onsale.schemas.accounts.DeleteAccount;
import io.onsale.schemas.accounts.EndOtherSessions;
import io.onsale.schemas.accounts.EndSessions;
import io.onsale.schemas.accounts.GrantRole;
import io.onsale.schemas.accounts.OpenSession;
import io.onsale.schemas.accounts.ProveContact;
import io.onsale.schemas.accounts.RecordIdentity;
import io.onsale.schemas.accounts.ReportLogin;
import io.onsale.schemas.accounts.RequestCode;
import io.onsale.schemas.accounts.RequestReset;
import io.onsale.schemas.accounts.ResetPassword;
import io.onsale.schemas.accounts.RotateSession;
import io.onsale.schemas.accounts.SignUp;
import io.onsale.schemas.accounts.UnbindSession;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.topologies.accounts.domain.AccountsCommand;
import io.onsale.topologies.accounts.domain.AccountsEvent;
import io.onsale.topologies.accounts.domain.PlaceInLine;
import io.onsale.topologies.accounts.domain.SessionId;
import io.onsale.topologies.kit.Answers;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Consequence;
import io.onsale.topologies.kit.Protocol;
import io.onsale.topologies.kit.domain.Sealed;
import java.util.List;

/** Accounts' records between Avro and the domain. */
final class AccountsMapping
        implements Protocol<AccountCommand, AccountEvent, AccountsCommand, AccountsEvent>,
                Answers<AccountReply, AccountsEvent> {

    private final Pseudonyms pseudonyms;

    AccountsMapping(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

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
                        new SessionId(open.getAccountId(), open.getSessionId()), open.getExpiresAt(), open.getProven());
            case RotateSession rotate ->
                new AccountsCommand.RotateSession(
                        new SessionId(rotate.getAccountId(), rotate.getSessionId()),
                        rotate.getGeneration(),
                        rotate.getRequestKey());
            case CloseSession close ->
                new AccountsCommand.CloseSession(new SessionId(close.getAccountId(), close.getSessionId()));
            case EndSessions end -> new AccountsCommand.EndSessions(end.getAccountId());
            case GrantRole grant -> new AccountsCommand.GrantRole(AccountMapping.role(grant.getRole()));
            case EndOtherSessions end ->
                new AccountsCommand.EndOtherSessions(end.getAccountId(), end.getSequence(), end.getKept());
            case ReportLogin login -> login(login);
            case ChangePassword change ->
                new AccountsCommand.ChangePassword(
                        change.getAccountId(),
                        change.getSessionId(),
                        login(change.getCurrent()),
                        Sealed.of(change.getCredential()));
            case RequestReset request -> new AccountsCommand.RequestReset(request.getSource());
            case ResetPassword reset ->
                new AccountsCommand.ResetPassword(
                        reset.getAccountId(),
                        Sealed.of(reset.getProof()),
                        reset.getSource(),
                        Sealed.of(reset.getCredential()));
            case ChangePerson change -> AccountMapping.change(change);
            case RecordIdentity record -> identity(record);
            case DeleteAccount delete ->
                new AccountsCommand.DeleteAccount(
                        delete.getAccountId(),
                        delete.getPlaces().stream()
                                .map(place -> new PlaceInLine(place.getEventId(), place.getSequence()))
                                .toList());
            case RequestCode request ->
                new AccountsCommand.RequestCode(Sealed.of(request.getRecipient()), request.getSource());
            case ProveContact prove -> new AccountsCommand.ProveContact(Sealed.of(prove.getProof()), prove.getSource());
            case CountOrderCode count -> new AccountsCommand.CountOrderCode(count.getGivenBack());
            case BindSession bind ->
                new AccountsCommand.BindSession(
                        new SessionId(bind.getGuestId(), bind.getSessionId()), bind.getHoldId(), bind.getExpiresAt());
            case UnbindSession unbind ->
                new AccountsCommand.UnbindSession(
                        new SessionId(unbind.getGuestId(), unbind.getSessionId()), unbind.getHoldId());
            case Object other -> throw CommonMapping.unknown(other);
        };
    }

    private AccountsCommand.RecordIdentity identity(RecordIdentity record) {
        String key = record.getIdentityKey();
        return new AccountsCommand.RecordIdentity(
                record.getAccountId(), key == null ? pseudonyms.identityKey(record.getReference()) : key);
    }

    private static AccountsCommand.ReportLogin login(ReportLogin login) {
        return new AccountsCommand.ReportLogin(login.getMatched(), login.getSource(), login.getGeneration());
    }

    @Override
    public AccountEvent event(EventEnvelope envelope, AccountsEvent event) {
        return new AccountEvent(envelope, AccountsEventBodies.of(event));
    }

    @Override
    public List<Consequence> consequences(String key, AccountsEvent event, EventEnvelope envelope) {
        return AccountsConsequences.of(key, event, envelope);
    }

    @Override
    public List<Consequence> repeated(AccountCommand command, Object outcome) {
        return command.getBody() instanceof SignUp signUp ? AccountsConsequences.repeated(signUp, outcome) : List.of();
    }

    @Override
    public Object outcome(AccountsEvent answer) {
        return switch (answer) {
            case AccountsEvent.SignUpRefused refused -> CommonMapping.toAvro(refused.refusal());
            case AccountsEvent.SessionRefused refused -> CommonMapping.toAvro(refused.refusal());
            case AccountsEvent.AccountRefused refused -> CommonMapping.toAvro(refused.refusal());
            case AccountsEvent told -> AccountsEventBodies.of(told);
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
}
