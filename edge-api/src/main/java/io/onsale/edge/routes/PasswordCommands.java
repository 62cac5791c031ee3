package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Commands.Request;
import io.onsale.edge.log.Exchange;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.PasswordChanged;
import java.util.function.Supplier;

/** Asks for another password, from what this instance has in view, and once more where it was behind. */
record PasswordCommands(Commands commands, InView inView) {

    private static final int TRIES = 3;

    /** A request that is repeated is answered as it was, but judged anew where nothing came of it: what was typed wrong may be right now. */
    AccountReply ask(Context ctx, Request request, String emailKey, Supplier<Object> command) {
        Request anew = Requests.plain(ctx, request.route(), request.actor());
        AccountReply reply = ask(request, emailKey, command.get());
        if (reply.getReplayed() && !(reply.getOutcome() instanceof PasswordChanged)) {
            reply = ask(anew, emailKey, command.get());
        }
        for (int i = 1; Guesses.wasBehind(reply) && i < TRIES; i++) {
            inView.require(emailKey, reply.getSequence());
            reply = ask(anew, emailKey, command.get());
        }
        if (Guesses.wasBehind(reply)) {
            throw InView.notYet();
        }
        return reply;
    }

    private AccountReply ask(Request request, String emailKey, Object body) {
        return commands.ask(request, Exchange.ACCOUNTS, emailKey, envelope -> new AccountCommand(envelope, body));
    }
}
