package io.onsale.edge.routes;

import io.onsale.edge.auth.People.Newcomer;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Commands.Request;
import io.onsale.edge.log.Exchange;
import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountOpened;
import io.onsale.schemas.accounts.AccountReply;
import java.util.concurrent.CompletableFuture;

/** Asks for accounts, and leaves no key behind where none is opened. */
record SignUps(Commands commands) {

    /** The key is there before the command; unless it is known to have opened that very account, it is removed again. */
    AccountReply ask(Request request, String emailKey, Newcomer newcomer) {
        String newId = newcomer.command().getAccountId();
        commands.keep(Topics.ACCOUNT_KEYS, newId, newcomer.key());
        CompletableFuture<AccountReply> asked;
        try {
            asked = commands.begin(
                    request, Exchange.ACCOUNTS, emailKey, envelope -> new AccountCommand(envelope, newcomer.command()));
        } catch (ProblemException nothingWasAsked) {
            commands.remove(Topics.ACCOUNT_KEYS, newId);
            throw nothingWasAsked;
        }
        // Where no answer comes the account may still be opened, and then needs its key.
        AccountReply reply = Commands.await(asked);
        if (!opened(reply, newId)) {
            commands.remove(Topics.ACCOUNT_KEYS, newId);
        }
        return reply;
    }

    /** A repetition is answered with the account that the first request opened. */
    private static boolean opened(AccountReply reply, String newId) {
        return reply.getOutcome() instanceof AccountOpened opened
                && opened.getAccountId().equals(newId);
    }
}
