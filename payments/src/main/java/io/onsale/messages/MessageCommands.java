package io.onsale.messages;

import io.onsale.outbound.Handler;
import io.onsale.outbound.TryAgainException;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.messages.MessageCommand;
import io.onsale.schemas.messages.SendCode;
import io.onsale.schemas.messages.TellOfNewPassword;
import io.onsale.schemas.privacy.BrokenSealException;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.PersonKeys;
import io.onsale.schemas.privacy.PersonSeal;
import io.onsale.schemas.privacy.ProcessKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what commands ask for, codes and news of an account, to people who are not deleted. */
final class MessageCommands implements Handler<MessageCommand> {

    private static final Logger LOG = LoggerFactory.getLogger(MessageCommands.class);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final MessageProvider provider;
    private final Codes codes;
    private final PersonKeys seals;
    private final Keys keys;

    MessageCommands(MessageProvider provider, ProcessKey key, Keys keys) {
        this.provider = provider;
        this.codes = new Codes(key);
        this.seals = new PersonKeys(key);
        this.keys = keys;
    }

    @Override
    public CommandEnvelope envelope(MessageCommand command) {
        return command.getEnvelope();
    }

    @Override
    public String lane(String key, MessageCommand command) {
        return command.getBody() instanceof SendCode code ? code.getSubject() : key;
    }

    @Override
    public void handle(String key, MessageCommand command) throws InterruptedException {
        switch (command.getBody()) {
            case SendCode send -> send(command.getEnvelope(), send);
            case TellOfNewPassword tell -> tell(command.getEnvelope(), tell);
            default -> throw new IllegalArgumentException("no command to messages");
        }
    }

    private void send(CommandEnvelope envelope, SendCode send) throws InterruptedException {
        List<ByteBuffer> own = keysOf(envelope, send.getPerson());
        if (own.isEmpty()) {
            return;
        }
        String code = codes.code(send.getPurpose(), send.getSubject(), send.getAttempt());
        String text = what(send.getPurpose()) + code + ". Nobody of ours will ever ask you for it.";
        String idempotencyKey = "code:" + send.getPurpose() + ":" + send.getSubject() + ":" + send.getAttempt();
        deliver(new Message(opened(send.getPerson(), own, seal -> recipient(send, seal)), text), idempotencyKey);
    }

    private static String what(CodePurpose purpose) {
        return purpose == CodePurpose.PASSWORD ? "Your Onsale code to set a new password is " : "Your Onsale code is ";
    }

    /** Who has forgotten a password is reached where the account says, and not where an edge does. */
    private static String recipient(SendCode send, PersonSeal own) {
        return send.getPurpose() == CodePurpose.PASSWORD
                ? own.open("email", send.getRecipient())
                : own.openRecipient(send.getSubject(), send.getRecipient());
    }

    /** To the phone as well: whoever reads the mail of somebody else can set a password by it. */
    private void tell(CommandEnvelope envelope, TellOfNewPassword tell) throws InterruptedException {
        String account = tell.getAccountId();
        List<ByteBuffer> own = keysOf(envelope, account);
        if (own.isEmpty()) {
            return;
        }
        String text = changed(tell.getChangedAt());
        String idempotencyKey = "password:" + envelope.getCommandId() + ":";
        String email = opened(account, own, seal -> seal.open("email", tell.getEmail()));
        deliver(new Message(email, text), idempotencyKey + "email");
        ByteBuffer sealedPhone = tell.getPhone();
        if (sealedPhone != null) {
            String phone = opened(account, own, seal -> seal.open("phone", sealedPhone));
            deliver(new Message(phone, text), idempotencyKey + "phone");
        }
    }

    private static String changed(Instant at) {
        return "The password of your Onsale account was changed at " + MINUTE.format(at)
                + ". If it was not you, set another one at once: choose \"forgotten password\" where you log in.";
    }

    private List<ByteBuffer> keysOf(CommandEnvelope envelope, String person) throws InterruptedException {
        List<ByteBuffer> own = keys.of(person);
        if (own.isEmpty()) {
            LOG.atInfo()
                    .addKeyValue("command_id", envelope.getCommandId())
                    .log("whoever a message was for is deleted; it is not sent");
        }
        return own;
    }

    private void deliver(Message message, String idempotencyKey) throws InterruptedException {
        if (!provider.send(message, idempotencyKey)) {
            throw new TryAgainException("the provider of messages did not say that it has one");
        }
    }

    /** A guest may have got a new key since the command was written. */
    private String opened(String person, List<ByteBuffer> own, Function<PersonSeal, String> opening) {
        Iterator<ByteBuffer> newestFirst = own.iterator();
        while (true) {
            try {
                return opening.apply(seals.open(person, newestFirst.next()));
            } catch (BrokenSealException sealedWithAnother) {
                if (!newestFirst.hasNext()) {
                    throw sealedWithAnother;
                }
            }
        }
    }
}
