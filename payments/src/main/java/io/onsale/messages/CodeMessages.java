package io.onsale.messages;

import io.onsale.outbound.Handler;
import io.onsale.outbound.TryAgainException;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.messages.MessageCommand;
import io.onsale.schemas.messages.SendCode;
import io.onsale.schemas.privacy.BrokenSealException;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.PersonKeys;
import io.onsale.schemas.privacy.PersonSeal;
import io.onsale.schemas.privacy.ProcessKey;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the codes that commands ask for, to people who are not deleted. */
final class CodeMessages implements Handler<MessageCommand> {

    private static final Logger LOG = LoggerFactory.getLogger(CodeMessages.class);

    private final MessageProvider provider;
    private final Codes codes;
    private final PersonKeys seals;
    private final Keys keys;

    CodeMessages(MessageProvider provider, ProcessKey key, Keys keys) {
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
        if (!(command.getBody() instanceof SendCode send)) {
            throw new IllegalArgumentException("no command to messages");
        }
        List<ByteBuffer> own = keys.of(send.getPerson());
        if (own.isEmpty()) {
            LOG.atInfo()
                    .addKeyValue("command_id", command.getEnvelope().getCommandId())
                    .log("whoever a code was for is deleted; it is not sent");
            return;
        }
        String code = codes.code(send.getPurpose(), send.getSubject(), send.getAttempt());
        String text = what(send.getPurpose()) + code + ". Nobody of ours will ever ask you for it.";
        String idempotencyKey = "code:" + send.getPurpose() + ":" + send.getSubject() + ":" + send.getAttempt();
        if (!provider.send(new Message(recipient(send, own), text), idempotencyKey)) {
            throw new TryAgainException("the provider of messages did not say that it has one");
        }
    }

    private static String what(CodePurpose purpose) {
        return purpose == CodePurpose.PASSWORD ? "Your Onsale code to set a new password is " : "Your Onsale code is ";
    }

    /** A guest may have got a new key since the command was written. */
    private String recipient(SendCode send, List<ByteBuffer> own) {
        Iterator<ByteBuffer> newestFirst = own.iterator();
        while (true) {
            try {
                return recipient(send, seals.open(send.getPerson(), newestFirst.next()));
            } catch (BrokenSealException sealedWithAnother) {
                if (!newestFirst.hasNext()) {
                    throw sealedWithAnother;
                }
            }
        }
    }

    /** Who has forgotten a password is reached where the account says, and not where an edge does. */
    private static String recipient(SendCode send, PersonSeal own) {
        return send.getPurpose() == CodePurpose.PASSWORD
                ? own.open("email", send.getRecipient())
                : own.openRecipient(send.getSubject(), send.getRecipient());
    }
}
