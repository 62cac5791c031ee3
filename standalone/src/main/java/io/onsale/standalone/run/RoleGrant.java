package io.onsale.standalone.run;

import io.onsale.edge.http.ProblemException;
import io.onsale.edge.log.BrokerClock;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.log.Ids;
import io.onsale.edge.log.KafkaCommandLog;
import io.onsale.edge.log.Schemas;
import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.GrantRole;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.RoleGranted;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.ToldToUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Gives a role to whoever has an email address, in the name of the system: that is how there is a first operator.
 *
 * @param kafka the brokers
 * @param key the process key of the running system
 */
public record RoleGrant(String kafka, RegistrySettings registry, ProcessKey key) {

    private static final String COMMAND = "onsale grant";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** The account that has the role now, whether or not it had it before. */
    public String grant(String email, Role role) {
        try (SchemaRegistryClient client = new SchemaRegistryClient(registry);
                KafkaCommandLog log = new KafkaCommandLog(
                        Ids.next(),
                        kafka,
                        new Schemas(client, Registration.REGISTER),
                        List.of(Topics.ACCOUNT_COMMANDS),
                        1,
                        PATIENCE,
                        new BrokerClock(Clock.systemUTC()))) {
            awaitReady(log);
            return account(ask(log, email, role), email);
        } catch (ProblemException e) {
            throw new ToldToUser("the role was not granted: " + e.problem().detail(), e);
        }
    }

    private void awaitReady(KafkaCommandLog log) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!log.missing().isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new ToldToUser("Kafka at " + kafka + " lacks " + String.join(", ", log.missing()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private AccountReply ask(KafkaCommandLog log, String email, Role role) {
        Commands.Request request = new Commands.Request(
                COMMAND, new Actor(ActorKind.SYSTEM, COMMAND), Ids.next(), Optional.empty(), new byte[0]);
        return new Commands(log, key, Clock.systemUTC())
                .ask(
                        request,
                        Exchange.ACCOUNTS,
                        new Pseudonyms(key).emailKey(email),
                        envelope -> new AccountCommand(envelope, new GrantRole(role)));
    }

    private static String account(AccountReply reply, String email) {
        return switch (reply.getOutcome()) {
            case RoleGranted granted -> granted.getAccountId();
            case Refusal refusal ->
                throw new ToldToUser(
                        refusal.getCode().equals("unknown_account")
                                ? "nobody has signed up as " + email
                                : refusal.getDetail());
            default ->
                throw new IllegalStateException(
                        "accounts answered " + reply.getOutcome().getClass().getSimpleName());
        };
    }
}
