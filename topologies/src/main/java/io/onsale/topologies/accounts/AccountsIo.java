package io.onsale.topologies.accounts;

import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.topologies.kit.DeciderIo;
import java.util.List;
import java.util.Optional;

/** Accounts' topics. */
final class AccountsIo {

    static final DeciderIo<AccountCommand, AccountEvent, AccountReply> IO = new DeciderIo<>(
            "accounts",
            "account",
            Topics.ACCOUNT_COMMANDS,
            Topics.ACCOUNT_EVENTS,
            Optional.of(Topics.ACCOUNT_REPLIES),
            List.of(Topics.ACCOUNT_STATE, Topics.ACCOUNT_KEYS, Topics.MESSAGE_COMMANDS, Topics.ADMISSION_COMMANDS),
            Topics.ACCOUNT_DEAD_LETTERS);

    private AccountsIo() {}
}
