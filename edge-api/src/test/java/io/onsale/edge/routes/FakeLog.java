package io.onsale.edge.routes;

import io.onsale.edge.log.CommandLog;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.views.CheckoutView;
import io.onsale.schemas.Topic;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountDeleted;
import io.onsale.schemas.accounts.AccountOpened;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.BindSession;
import io.onsale.schemas.accounts.ChangePassword;
import io.onsale.schemas.accounts.ChangePerson;
import io.onsale.schemas.accounts.CloseSession;
import io.onsale.schemas.accounts.CodeFailed;
import io.onsale.schemas.accounts.CodeRequested;
import io.onsale.schemas.accounts.ContactProven;
import io.onsale.schemas.accounts.CountOrderCode;
import io.onsale.schemas.accounts.DeleteAccount;
import io.onsale.schemas.accounts.GrantRole;
import io.onsale.schemas.accounts.IdentityVerified;
import io.onsale.schemas.accounts.LoginJudged;
import io.onsale.schemas.accounts.OpenSession;
import io.onsale.schemas.accounts.OrderCodeCounted;
import io.onsale.schemas.accounts.PasswordChanged;
import io.onsale.schemas.accounts.PersonChanged;
import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.accounts.ProveContact;
import io.onsale.schemas.accounts.RecordIdentity;
import io.onsale.schemas.accounts.ReportLogin;
import io.onsale.schemas.accounts.RequestCode;
import io.onsale.schemas.accounts.RequestReset;
import io.onsale.schemas.accounts.ResetPassword;
import io.onsale.schemas.accounts.RoleGranted;
import io.onsale.schemas.accounts.RotateSession;
import io.onsale.schemas.accounts.SessionBound;
import io.onsale.schemas.accounts.SessionClosed;
import io.onsale.schemas.accounts.SessionEnd;
import io.onsale.schemas.accounts.SessionGranted;
import io.onsale.schemas.accounts.SignUp;
import io.onsale.schemas.accounts.UnbindSession;
import io.onsale.schemas.catalogue.CancelPerformance;
import io.onsale.schemas.catalogue.CatalogueCommand;
import io.onsale.schemas.catalogue.CatalogueReply;
import io.onsale.schemas.catalogue.CreateEvent;
import io.onsale.schemas.catalogue.EditEvent;
import io.onsale.schemas.catalogue.EventAccepted;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.MovePerformance;
import io.onsale.schemas.catalogue.PublishEvent;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.CheckoutReply;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.PaymentMethod;
import io.onsale.schemas.checkout.PlaceOrder;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.common.Idempotency;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.inventory.ExtendHold;
import io.onsale.schemas.inventory.HoldExtended;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.ReleaseHold;
import io.onsale.schemas.inventory.SeatsHeld;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A log that grants everything but the seat {@code taken}, knows the emails it opened accounts for, and remembers what it was told. */
final class FakeLog implements CommandLog {

    private static final Set<Class<?>> REMEMBERED =
            Set.of(CountOrderCode.class, ChangePassword.class, RequestReset.class, ResetPassword.class);
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private static final Refusal BEHIND =
            new Refusal("password_changed", "The account has another password meanwhile.", List.of(), List.of());

    final List<String> keys = new CopyOnWriteArrayList<>();
    private final Map<String, String> bindings = new ConcurrentHashMap<>();
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
    final Map<String, Integer> orderCodes = new ConcurrentHashMap<>();
    private final Map<String, Object> answered = new ConcurrentHashMap<>();
    final List<SpecificRecord> commands = new CopyOnWriteArrayList<>();
    private final Map<String, EventDefinition> drafts = new ConcurrentHashMap<>();
    private final FakeAccounts accounts;
    volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    volatile boolean wrongCode;
    private final CheckoutView checkout;
    private final AtomicLong checkoutEvents = new AtomicLong();

    FakeLog(FakeAccounts accounts, CheckoutView checkout) {
        this.accounts = accounts;
        this.checkout = checkout;
    }

    @Override
    public <C extends SpecificRecord, R extends SpecificRecord> CompletableFuture<R> ask(
            Exchange<C, R> exchange, String key, String commandId, C command) {
        keys.add(key);
        commands.add(command);
        return gate.thenApply(open -> exchange.replies().value().cast(reply(key, commandId, command)));
    }

    @Override
    public <C extends SpecificRecord> CompletableFuture<Void> tell(Topic<C> topic, String key, C command) {
        if (command instanceof PersonKey personKey) {
            accounts.keys.put(key, personKey.getPersonKey());
            return CompletableFuture.completedFuture(null);
        }
        if (command instanceof AccountCommand account && account.getBody() instanceof UnbindSession unbind) {
            bindings.remove(unbind.getSessionId(), unbind.getHoldId());
        }
        keys.add(key);
        commands.add(command);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> remove(Topic<?> topic, String key) {
        accounts.keys.remove(key);
        return CompletableFuture.completedFuture(null);
    }

    private SpecificRecord reply(String key, String commandId, SpecificRecord command) {
        return switch (command) {
            case AccountCommand account -> account(key, commandId, account);
            case InventoryCommand inventory -> new InventoryReply(commandId, 7L, false, decide(inventory.getBody()));
            case CatalogueCommand catalogue ->
                new CatalogueReply(commandId, 3L, false, accept(key, catalogue.getBody()));
            case CheckoutCommand checkout -> checkout(key, commandId, checkout.getBody());
            default -> throw new IllegalArgumentException("No such command");
        };
    }

    /** Remembers what it answered about codes and passwords, as it does of everything. */
    private AccountReply account(String key, String commandId, AccountCommand command) {
        Idempotency once = command.getEnvelope().getIdempotency();
        if (once == null || !REMEMBERED.contains(command.getBody().getClass())) {
            return new AccountReply(commandId, 1L, false, decide(key, command.getBody()));
        }
        String request = once.getRoute() + once.getKey();
        boolean replayed = answered.containsKey(request);
        Object outcome = answered.computeIfAbsent(request, unused -> decide(key, command.getBody()));
        return new AccountReply(commandId, 1L, replayed, outcome);
    }

    /** Confirms every order at once, but those whose reservation's id says otherwise. */
    private CheckoutReply checkout(String key, String commandId, Object body) {
        Object outcome = checkout(key).decide(body);
        return new CheckoutReply(commandId, checkoutEvents.get(), false, outcome);
    }

    private FakeCheckout checkout(String key) {
        return new FakeCheckout(event -> happen(key, event), forgotten);
    }

    /** Something bought, by nobody's request. */
    void orderOf(String fan, String reservation, String order) {
        Object placed = checkout("e1")
                .decide(PlaceOrder.newBuilder()
                        .setOrderId(order)
                        .setBookingNumber(order)
                        .setHoldId(reservation)
                        .setFanId(fan)
                        .setMethod(PaymentMethod.CARD)
                        .build());
        if (!(placed instanceof OrderPlaced)) {
            throw new IllegalArgumentException("not bought: " + reservation);
        }
    }

    private void happen(String key, Object event) {
        EventEnvelope envelope = new EventEnvelope(
                "id",
                "cause",
                "trace",
                new Actor(ActorKind.FAN, "fan"),
                Instant.EPOCH,
                checkoutEvents.incrementAndGet());
        checkout.apply(key, new CheckoutEvent(envelope, event));
    }

    private Object decide(String key, Object body) {
        return switch (body) {
            case SignUp signUp -> signUp(key, signUp);
            case OpenSession open ->
                new SessionGranted(open.getSessionId(), open.getAccountId(), 0, open.getExpiresAt());
            case RotateSession rotate ->
                new SessionGranted(rotate.getSessionId(), rotate.getAccountId(), rotate.getGeneration() + 1, LATER);
            case ReportLogin login -> judge(key, login);
            case ChangePassword change -> {
                Object judged = judge(key, change.getCurrent());
                yield judged instanceof LoginJudged login && login.getAccepted()
                        ? changed(key, change.getCredential(), false)
                        : judged;
            }
            case RequestReset request -> new CodeRequested(1, LATER, request.getSource());
            case ResetPassword reset -> reset(key, reset);
            case ChangePerson change -> change(key, change);
            case GrantRole grant -> new RoleGranted("account-1", grant.getRole());
            case RecordIdentity record -> new IdentityVerified(record.getAccountId(), "", record.getIdentityKey());
            case DeleteAccount delete -> new AccountDeleted(delete.getAccountId());
            case CountOrderCode count -> countOrderCode(key, count.getGivenBack());
            case RequestCode request -> new CodeRequested(1, LATER, request.getSource());
            case ProveContact prove -> wrongCode ? new CodeFailed(1, prove.getSource(), 1) : new ContactProven(key);
            case BindSession bind -> bind(bind);
            case CloseSession close -> new SessionClosed(close.getSessionId(), close.getAccountId(), SessionEnd.LOGOUT);
            default -> throw new IllegalArgumentException("No such command");
        };
    }

    private Object judge(String key, ReportLogin login) {
        boolean behind = login.getGeneration() != null
                && accounts.inTheLog(key)
                        .filter(account -> account.getPasswordGeneration() == login.getGeneration())
                        .isEmpty();
        return behind ? BEHIND : new LoginJudged(login.getMatched(), 0, null, login.getSource(), 0);
    }

    private Object reset(String key, ResetPassword reset) {
        Optional<AccountState> account = accounts.inTheLog(key);
        if (wrongCode || account.isEmpty()) {
            return new CodeFailed(1, reset.getSource(), 1);
        }
        return account.get().getAccountId().equals(reset.getAccountId())
                ? changed(key, reset.getCredential(), true)
                : BEHIND;
    }

    private Object changed(String key, ByteBuffer credential, boolean byCode) {
        AccountState account = accounts.inTheLog(key).orElseThrow();
        accounts.put(
                key,
                AccountState.newBuilder(account)
                        .setCredential(credential)
                        .setPasswordGeneration(account.getPasswordGeneration() + 1)
                        .build());
        return new PasswordChanged(account.getAccountId(), byCode);
    }

    private Object change(String key, ChangePerson change) {
        AccountState before = accounts.inTheLog(key).orElseThrow();
        @Nullable ByteBuffer kept = change.getWithoutPhone() ? null : before.getPhone();
        AccountState account = AccountState.newBuilder(before)
                .setName(change.getName() == null ? before.getName() : change.getName())
                .setPhone(change.getPhone() == null ? kept : change.getPhone())
                .build();
        accounts.put(key, account);
        return new PersonChanged(account.getAccountId(), account.getName(), account.getPhone());
    }

    private Object bind(BindSession bind) {
        String hold = bindings.computeIfAbsent(bind.getSessionId(), unused -> bind.getHoldId());
        return hold.equals(bind.getHoldId())
                ? new SessionBound(bind.getSessionId(), bind.getGuestId(), hold)
                : new Refusal("guest_has_booked", "A guest's token covers one booking.", List.of(), List.of());
    }

    private Object countOrderCode(String key, boolean givenBack) {
        int sent = orderCodes.getOrDefault(key, 0) + (givenBack ? -1 : 1);
        if (sent <= 10) {
            orderCodes.put(key, sent);
        }
        return sent <= 10
                ? new OrderCodeCounted(sent, Instant.EPOCH)
                : new Refusal("too_many_codes", "Ten codes were sent to this contact.", List.of(), List.of());
    }

    private Object signUp(String key, SignUp signUp) {
        if (accounts.byEmailKey(key).isPresent()) {
            return new Refusal("email_taken", "There is an account with this email.", List.of(), List.of());
        }
        accounts.put(
                key,
                new AccountState(
                        signUp.getAccountId(),
                        signUp.getRole(),
                        signUp.getCredential(),
                        accounts.keys.get(signUp.getAccountId()),
                        signUp.getEmail(),
                        signUp.getName(),
                        signUp.getPhone(),
                        Instant.EPOCH,
                        1L,
                        null,
                        false,
                        0,
                        null));
        return new AccountOpened(
                signUp.getAccountId(), signUp.getRole(), signUp.getEmail(), signUp.getName(), signUp.getPhone());
    }

    private static Object decide(Object body) {
        return switch (body) {
            case HoldSeats hold -> hold(hold);
            case ReleaseHold release ->
                new HoldReleased(release.getHoldId(), release.getFanId(), "p", List.of("A-1-1"), List.of(), null);
            case ExtendHold extend -> new HoldExtended(extend.getHoldId(), extend.getFanId(), LATER, null);
            default -> throw new IllegalArgumentException("No such command");
        };
    }

    private static Object hold(HoldSeats hold) {
        if (hold.getSeatIds().contains("taken")) {
            return new Refusal("seat_taken", "A seat is taken.", List.of("taken"), List.of("free"));
        }
        List<PricedSeat> seats = hold.getSeatIds().stream()
                .map(seat -> new PricedSeat(seat, "A", "1", 1, "VIP", 150_000L))
                .toList();
        return new SeatsHeld(
                hold.getHoldId(),
                hold.getFanId(),
                "p",
                seats,
                "KRW",
                150_000L * seats.size(),
                "base-1",
                LATER,
                List.of(),
                0L,
                0L,
                null,
                null,
                null);
    }

    Optional<EventDefinition> draft(String key) {
        return Optional.ofNullable(drafts.get(key));
    }

    /** Somebody drafted it before. */
    void drafted(String key, EventDefinition definition) {
        drafts.put(key, definition);
    }

    private Object accept(String key, Object body) {
        if (body instanceof EditEvent edit) {
            drafts.put(key, edit.getDefinition());
            return new EventAccepted(EventStatus.DRAFT, edit.getDefinition());
        }
        if (body instanceof MovePerformance || body instanceof CancelPerformance) {
            return new EventAccepted(EventStatus.PUBLISHED, Objects.requireNonNull(drafts.get(key)));
        }
        if (body instanceof CreateEvent create) {
            drafts.put(key, create.getDefinition());
            return new EventAccepted(EventStatus.DRAFT, create.getDefinition());
        }
        return body instanceof PublishEvent && drafts.containsKey(key)
                ? new EventAccepted(EventStatus.PUBLISHED, drafts.get(key))
                : new Refusal("not_your_event", "This event is another organizer's.", List.of(), List.of());
    }
}
