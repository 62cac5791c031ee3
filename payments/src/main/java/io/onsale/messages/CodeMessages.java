package io.onsale.messages;

import io.onsale.outbound.Handler;
import io.onsale.outbound.TryAgainException;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.messages.MessageCommand;
import io.onsale.schemas.messages.SendCode;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.SecretSeals;

/** Sends the codes that commands ask for. */
final class CodeMessages implements Handler<MessageCommand> {

    private final MessageProvider provider;
    private final Codes codes;
    private final SecretSeals seals;

    CodeMessages(MessageProvider provider, Codes codes, SecretSeals seals) {
        this.provider = provider;
        this.codes = codes;
        this.seals = seals;
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
        String recipient = seals.openRecipient(send.getSubject(), send.getRecipient());
        String code = codes.code(send.getPurpose(), send.getSubject(), send.getAttempt());
        String text = "Your Onsale code is " + code + ". Nobody of ours will ever ask you for it.";
        String idempotencyKey = "code:" + send.getPurpose() + ":" + send.getSubject() + ":" + send.getAttempt();
        if (!provider.send(new Message(recipient, text), idempotencyKey)) {
            throw new TryAgainException("the provider of messages did not say that it has one");
        }
    }
}
