package io.onsale.edge.log;

import io.onsale.schemas.Topic;
import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.catalogue.CatalogueCommand;
import io.onsale.schemas.catalogue.CatalogueReply;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutReply;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryReply;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of commands and the topic on which they are answered.
 *
 * @param commandId which command a reply answers
 */
public record Exchange<C extends SpecificRecord, R extends SpecificRecord>(
        Topic<C> commands, Topic<R> replies, Function<R, String> commandId) {

    public static final Exchange<AccountCommand, AccountReply> ACCOUNTS =
            new Exchange<>(Topics.ACCOUNT_COMMANDS, Topics.ACCOUNT_REPLIES, AccountReply::getCommandId);
    public static final Exchange<CatalogueCommand, CatalogueReply> CATALOGUE =
            new Exchange<>(Topics.CATALOGUE_COMMANDS, Topics.CATALOGUE_REPLIES, CatalogueReply::getCommandId);
    public static final Exchange<InventoryCommand, InventoryReply> INVENTORY =
            new Exchange<>(Topics.INVENTORY_COMMANDS, Topics.INVENTORY_REPLIES, InventoryReply::getCommandId);

    public static final Exchange<CheckoutCommand, CheckoutReply> CHECKOUT =
            new Exchange<>(Topics.CHECKOUT_COMMANDS, Topics.CHECKOUT_REPLIES, CheckoutReply::getCommandId);

    public static final Exchange<AdmissionCommand, AdmissionReply> ADMISSION =
            new Exchange<>(Topics.ADMISSION_COMMANDS, Topics.ADMISSION_REPLIES, AdmissionReply::getCommandId);

    /** All of them. */
    public static final List<Exchange<?, ?>> ALL = List.of(ACCOUNTS, CATALOGUE, INVENTORY, CHECKOUT, ADMISSION);
}
