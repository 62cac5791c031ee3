package io.onsale.schemas;

import static io.onsale.schemas.TopicKind.COMMANDS;
import static io.onsale.schemas.TopicKind.DEAD_LETTERS;
import static io.onsale.schemas.TopicKind.EVENTS;
import static io.onsale.schemas.TopicKind.KEYS;
import static io.onsale.schemas.TopicKind.REPLIES;
import static io.onsale.schemas.TopicKind.STATE;

import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.catalogue.CatalogueCommand;
import io.onsale.schemas.catalogue.CatalogueEvent;
import io.onsale.schemas.catalogue.CatalogueReply;
import io.onsale.schemas.catalogue.CatalogueState;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.CheckoutReply;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.journeys.JourneyCommand;
import io.onsale.schemas.journeys.JourneyEvent;
import io.onsale.schemas.messages.MessageCommand;
import io.onsale.schemas.operations.DeadLetter;
import io.onsale.schemas.operations.Quarantine;
import io.onsale.schemas.payments.PaymentCommand;
import java.util.List;

/** Every topic of Onsale. */
public final class Topics {

    public static final Topic<AccountCommand> ACCOUNT_COMMANDS =
            Topic.of("accounts", COMMANDS, "HMAC of the email, account, or guest", AccountCommand.class);
    public static final Topic<AccountReply> ACCOUNT_REPLIES =
            Topic.of("accounts", REPLIES, "as its command", AccountReply.class);
    public static final Topic<AccountEvent> ACCOUNT_EVENTS =
            Topic.of("accounts", EVENTS, "as its command", AccountEvent.class);
    public static final Topic<AccountState> ACCOUNT_STATE =
            Topic.of("accounts", STATE, "HMAC of the email; account, once deleted", AccountState.class);
    public static final Topic<PersonKey> ACCOUNT_KEYS = Topic.of("accounts", KEYS, "account", PersonKey.class);
    public static final Topic<DeadLetter> ACCOUNT_DEAD_LETTERS = deadLetters("accounts");

    public static final Topic<CatalogueCommand> CATALOGUE_COMMANDS =
            Topic.of("catalogue", COMMANDS, "event", CatalogueCommand.class);
    public static final Topic<CatalogueReply> CATALOGUE_REPLIES =
            Topic.of("catalogue", REPLIES, "event", CatalogueReply.class);
    public static final Topic<CatalogueEvent> CATALOGUE_EVENTS =
            Topic.of("catalogue", EVENTS, "event", CatalogueEvent.class);
    public static final Topic<CatalogueState> CATALOGUE_STATE =
            Topic.of("catalogue", STATE, "event", CatalogueState.class);
    public static final Topic<DeadLetter> CATALOGUE_DEAD_LETTERS = deadLetters("catalogue");

    public static final Topic<AdmissionCommand> ADMISSION_COMMANDS =
            Topic.of("admission", COMMANDS, "event", AdmissionCommand.class);
    public static final Topic<AdmissionReply> ADMISSION_REPLIES =
            Topic.of("admission", REPLIES, "event", AdmissionReply.class);
    public static final Topic<AdmissionEvent> ADMISSION_EVENTS =
            Topic.of("admission", EVENTS, "event", AdmissionEvent.class);
    public static final Topic<DeadLetter> ADMISSION_DEAD_LETTERS = deadLetters("admission");

    public static final Topic<InventoryCommand> INVENTORY_COMMANDS =
            Topic.of("inventory", COMMANDS, "event", InventoryCommand.class);
    public static final Topic<InventoryReply> INVENTORY_REPLIES =
            Topic.of("inventory", REPLIES, "event", InventoryReply.class);
    public static final Topic<InventoryEvent> INVENTORY_EVENTS =
            Topic.of("inventory", EVENTS, "event", InventoryEvent.class);
    public static final Topic<DeadLetter> INVENTORY_DEAD_LETTERS = deadLetters("inventory");

    public static final Topic<CheckoutCommand> CHECKOUT_COMMANDS =
            Topic.of("checkout", COMMANDS, "event", CheckoutCommand.class);
    public static final Topic<CheckoutReply> CHECKOUT_REPLIES =
            Topic.of("checkout", REPLIES, "event", CheckoutReply.class);
    public static final Topic<CheckoutEvent> CHECKOUT_EVENTS =
            Topic.of("checkout", EVENTS, "event", CheckoutEvent.class);
    public static final Topic<DeadLetter> CHECKOUT_DEAD_LETTERS = deadLetters("checkout");

    /** What the payments process is to do; what came of it are commands to checkout. */
    public static final Topic<PaymentCommand> PAYMENT_COMMANDS =
            Topic.of("payments", COMMANDS, "event", PaymentCommand.class);

    public static final Topic<DeadLetter> PAYMENT_DEAD_LETTERS = deadLetters("payments");

    /** What the messages process is to send. */
    public static final Topic<MessageCommand> MESSAGE_COMMANDS =
            Topic.of("messages", COMMANDS, "what it is about", MessageCommand.class);

    public static final Topic<DeadLetter> MESSAGE_DEAD_LETTERS = deadLetters("messages");

    public static final Topic<JourneyCommand> JOURNEY_COMMANDS =
            Topic.of("journeys", COMMANDS, "session", JourneyCommand.class);
    public static final Topic<JourneyEvent> JOURNEY_EVENTS =
            Topic.of("journeys", EVENTS, "session", JourneyEvent.class);
    public static final Topic<DeadLetter> JOURNEY_DEAD_LETTERS = deadLetters("journeys");

    /** Read whole by every topology before it begins, hence one partition. */
    public static final Topic<Quarantine> QUARANTINE = Topic.of(
                    "operations", STATE, "topic/partition/offset", Quarantine.class)
            .inOnePartition();

    /** All of them, in the order in which they are documented. */
    public static final List<Topic<?>> ALL = List.of(
            ACCOUNT_COMMANDS,
            ACCOUNT_REPLIES,
            ACCOUNT_EVENTS,
            ACCOUNT_STATE,
            ACCOUNT_KEYS,
            ACCOUNT_DEAD_LETTERS,
            CATALOGUE_COMMANDS,
            CATALOGUE_REPLIES,
            CATALOGUE_EVENTS,
            CATALOGUE_STATE,
            CATALOGUE_DEAD_LETTERS,
            ADMISSION_COMMANDS,
            ADMISSION_REPLIES,
            ADMISSION_EVENTS,
            ADMISSION_DEAD_LETTERS,
            INVENTORY_COMMANDS,
            INVENTORY_REPLIES,
            INVENTORY_EVENTS,
            INVENTORY_DEAD_LETTERS,
            CHECKOUT_COMMANDS,
            CHECKOUT_REPLIES,
            CHECKOUT_EVENTS,
            CHECKOUT_DEAD_LETTERS,
            PAYMENT_COMMANDS,
            PAYMENT_DEAD_LETTERS,
            MESSAGE_COMMANDS,
            MESSAGE_DEAD_LETTERS,
            JOURNEY_COMMANDS,
            JOURNEY_EVENTS,
            JOURNEY_DEAD_LETTERS,
            QUARANTINE);

    private Topics() {}

    private static Topic<DeadLetter> deadLetters(String topology) {
        return Topic.of(topology, DEAD_LETTERS, "as the record's", DeadLetter.class);
    }
}
