package io.onsale.edge.views;

import io.onsale.edge.views.catalogue.CatalogueView;
import io.onsale.edge.views.orders.OrdersView;
import io.onsale.edge.views.queue.QueueView;
import io.onsale.edge.views.queue.RosterArchive;
import io.onsale.edge.views.reservations.ReservationsView;
import io.onsale.edge.views.seats.SeatsView;
import io.onsale.schemas.Topic;
import io.onsale.schemas.Topics;
import io.onsale.schemas.serde.AvroSerdes;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** All views of an edge and the tails that keep them up to date. */
public final class Views implements AutoCloseable {
    private final AccountsView accounts = new AccountsView();
    private final CatalogueView catalogue = new CatalogueView();
    private final InventoryView inventory = new InventoryView();
    private final CheckoutView checkout = new CheckoutView();
    private final QueueView queues;
    private final List<Tail<?>> tails;

    /**
     * Views of a log.
     *
     * @param rosters where those of rooms are kept that are over
     */
    public Views(String bootstrapServers, AvroSerdes serdes, RosterArchive rosters) {
        this.queues = new QueueView(rosters);
        TailConsumers consumers = new TailConsumers(bootstrapServers);
        this.tails = List.of(
                tail(consumers, serdes, Topics.ACCOUNT_STATE, accounts::applyState),
                tail(consumers, serdes, Topics.ACCOUNT_KEYS, accounts::applyKey),
                tail(consumers, serdes, Topics.CATALOGUE_STATE, catalogue),
                tail(consumers, serdes, Topics.INVENTORY_EVENTS, inventory),
                tail(consumers, serdes, Topics.CHECKOUT_EVENTS, checkout),
                tail(consumers, serdes, Topics.ADMISSION_EVENTS, queues));
    }

    private static <V extends SpecificRecord> Tail<V> tail(
            TailConsumers consumers, AvroSerdes serdes, Topic<V> topic, View<V> view) {
        return new Tail<>(topic, consumers, serdes.of(topic.value()).deserializer(), view);
    }

    /** Begins to read. */
    public Views start() {
        tails.forEach(Tail::start);
        return this;
    }

    public AccountsView accounts() {
        return accounts;
    }

    public CatalogueView catalogue() {
        return catalogue;
    }

    public InventoryView inventory() {
        return inventory;
    }

    public SeatsView seats() {
        return inventory.seats();
    }

    public ReservationsView reservations() {
        return inventory.reservations();
    }

    public CheckoutView checkout() {
        return checkout;
    }

    public OrdersView orders() {
        return checkout.orders();
    }

    public QueueView queues() {
        return queues;
    }

    /** Lets readers wait for what they wrote. */
    public Versions versions() {
        return new Versions(
                accounts.progress(),
                catalogue.progress(),
                inventory.progress(),
                checkout.progress(),
                queues.progress());
    }

    /** What an edge has to know before it may answer and does not know yet; empty where it is ready. */
    public List<String> missing() {
        return tails.stream().flatMap(tail -> tail.complaint().stream()).toList();
    }

    @Override
    public void close() {
        tails.forEach(Tail::close);
    }
}
