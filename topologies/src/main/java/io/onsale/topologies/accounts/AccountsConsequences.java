package io.onsale.topologies.accounts;

import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountOpened;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.EndOtherSessions;
import io.onsale.schemas.accounts.EndSessions;
import io.onsale.schemas.accounts.SignUp;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.LeaveQueue;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.messages.MessageCommand;
import io.onsale.schemas.messages.SendCode;
import io.onsale.schemas.messages.TellOfNewPassword;
import io.onsale.topologies.accounts.domain.Account;
import io.onsale.topologies.accounts.domain.AccountsEvent;
import io.onsale.topologies.accounts.domain.CodeUse;
import io.onsale.topologies.accounts.domain.PlaceInLine;
import io.onsale.topologies.accounts.domain.SentCode;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Consequence;
import io.onsale.topologies.kit.domain.Sealed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What accounts' events bring about: an account's newest state, the end of a key that nobody needs, and commands. */
final class AccountsConsequences {

    private AccountsConsequences() {}

    static List<Consequence> of(String key, AccountsEvent event, EventEnvelope envelope) {
        return switch (event) {
            case AccountsEvent.AccountOpened opened -> List.of(state(key, opened.account(), envelope));
            case AccountsEvent.RoleGranted granted -> List.of(state(key, granted.account(), envelope));
            case AccountsEvent.IdentityVerified verified -> List.of(state(key, verified.account(), envelope));
            case AccountsEvent.SignUpRefused refused -> refused(key, refused, envelope);
            case AccountsEvent.AccountRefused refused -> ifAny(key, refused.account(), envelope);
            case AccountsEvent.LoginJudged judged -> ifAny(key, judged.holder(), envelope);
            case AccountsEvent.AccountDeleted deleted -> deleted(key, deleted, envelope);
            case AccountsEvent.GuestDeleted deleted -> guestDeleted(deleted, envelope);
            case AccountsEvent.CodeRequested requested ->
                List.of(send(
                        CodeUse.GUEST, requested.contact(), key, requested.recipient(), requested.code(), envelope));
            case AccountsEvent.CodeFailed failed -> ifAny(key, failed.holder(), envelope);
            case AccountsEvent.ResetRequested requested -> resetRequested(key, requested, envelope);
            case AccountsEvent.PersonChanged changed -> List.of(state(key, changed.account(), envelope));
            case AccountsEvent.PasswordChanged changed ->
                anotherPassword(key, changed.account(), changed.session(), envelope);
            case AccountsEvent.PasswordReset reset -> anotherPassword(key, reset.account(), null, envelope);
            case AccountsEvent nobodyElses -> List.of();
        };
    }

    private static List<Consequence> refused(String key, AccountsEvent.SignUpRefused refused, EventEnvelope envelope) {
        List<Consequence> all = new ArrayList<>(ifAny(key, refused.holder(), envelope));
        all.add(destroyKey(refused.account()));
        return all;
    }

    /** Of a sign-up that was answered before: it opens no account, unless it is the very one that did. */
    static List<Consequence> repeated(SignUp signUp, Object outcome) {
        boolean opened =
                outcome instanceof AccountOpened first && first.getAccountId().equals(signUp.getAccountId());
        return opened ? List.of() : List.of(destroyKey(signUp.getAccountId()));
    }

    /** The state is as new as the key's last event, so that whoever waits for that event's number sees it come. */
    private static List<Consequence> ifAny(String key, @Nullable Account account, EventEnvelope envelope) {
        return account == null ? List.of() : List.of(state(key, account, envelope));
    }

    private static List<Consequence> guestDeleted(AccountsEvent.GuestDeleted deleted, EventEnvelope envelope) {
        List<Consequence> all = new ArrayList<>(leave(deleted.guest(), deleted.places(), envelope));
        all.add(destroyKey(deleted.guest()));
        return all;
    }

    private static List<Consequence> deleted(String key, AccountsEvent.AccountDeleted deleted, EventEnvelope envelope) {
        Account account = deleted.account();
        AccountState gone = AccountMapping.deleted(account, envelope.getSequence());
        List<Consequence> all = new ArrayList<>(leave(account.id(), deleted.places(), envelope));
        all.addAll(List.of(
                new Consequence(Topics.ACCOUNT_STATE, key, gone),
                // The address may get another account, whose state takes the place of this one's; the id stays deleted.
                new Consequence(Topics.ACCOUNT_STATE, account.id(), gone),
                destroyKey(account.id()),
                new Consequence(
                        Topics.ACCOUNT_COMMANDS,
                        account.id(),
                        new AccountCommand(
                                CommonMapping.fromEvent(AccountsIo.IO.name(), envelope),
                                new EndSessions(account.id())))));
        return all;
    }

    /** Nobody waits behind somebody who is gone. */
    private static List<Consequence> leave(String person, List<PlaceInLine> places, EventEnvelope envelope) {
        return places.stream()
                .map(place -> new Consequence(
                        Topics.ADMISSION_COMMANDS,
                        place.event(),
                        new AdmissionCommand(leaving(place, envelope), new LeaveQueue(person, place.sequence()))))
                .toList();
    }

    /** Each line's has an id of its own, though all come of one event. */
    private static CommandEnvelope leaving(PlaceInLine place, EventEnvelope envelope) {
        CommandEnvelope sent = CommonMapping.fromEvent(AccountsIo.IO.name(), envelope);
        return CommandEnvelope.newBuilder(sent)
                .setCommandId(sent.getCommandId() + place.event())
                .build();
    }

    private static Consequence state(String key, Account account, EventEnvelope envelope) {
        return new Consequence(Topics.ACCOUNT_STATE, key, AccountMapping.state(account, envelope.getSequence()));
    }

    /** Compaction then removes the key, and with it the last way to read what it sealed. */
    private static Consequence destroyKey(String person) {
        return new Consequence(Topics.ACCOUNT_KEYS, person, null);
    }

    /** Whose address it is not is sent nothing. What the account says of its address is what is sent to, whatever an edge believes. */
    private static List<Consequence> resetRequested(
            String key, AccountsEvent.ResetRequested requested, EventEnvelope envelope) {
        Account holder = requested.holder();
        return holder == null
                ? List.of()
                : List.of(
                        state(key, holder, envelope),
                        send(
                                CodeUse.PASSWORD,
                                CodeUse.PASSWORD.contact(key),
                                holder.id(),
                                holder.person().email(),
                                requested.code(),
                                envelope));
    }

    /** Sessions are kept under the account and not the email, so their end is a command. */
    private static List<Consequence> anotherPassword(
            String key, Account account, @Nullable String kept, EventEnvelope envelope) {
        EndOtherSessions end = new EndOtherSessions(account.id(), envelope.getSequence(), kept);
        return List.of(
                state(key, account, envelope),
                new Consequence(
                        Topics.ACCOUNT_COMMANDS,
                        account.id(),
                        new AccountCommand(CommonMapping.fromEvent(AccountsIo.IO.name(), envelope), end)),
                tell(key, account, envelope));
    }

    /** Whoever has the account learns of it, also where it was somebody else. */
    private static Consequence tell(String key, Account account, EventEnvelope envelope) {
        Sealed phone = account.person().phone();
        TellOfNewPassword tell = new TellOfNewPassword(
                account.id(), account.person().email().bytes(), phone == null ? null : phone.bytes(), envelope.getAt());
        return new Consequence(
                Topics.MESSAGE_COMMANDS,
                CodeUse.PASSWORD.contact(key),
                new MessageCommand(CommonMapping.fromEvent(AccountsIo.IO.name(), envelope), tell));
    }

    private static Consequence send(
            CodeUse use, String contact, String person, Sealed recipient, SentCode code, EventEnvelope envelope) {
        SendCode send =
                new SendCode(recipient.bytes(), CodePurpose.valueOf(use.name()), contact, code.attempt(), person);
        return new Consequence(
                Topics.MESSAGE_COMMANDS,
                contact,
                new MessageCommand(CommonMapping.fromEvent(AccountsIo.IO.name(), envelope), send));
    }
}
