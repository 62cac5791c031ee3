package io.onsale.topologies.inventory.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** By what a crowd holds: mostly the fan's own admission, now and then none, another's, or one that is over. */
final class RandomAdmissions {

    private static final Duration LIFE = Duration.ofMinutes(15);

    private record Given(Admission admission, String fan) {}

    private final Random random;
    private final Map<String, Shopper> shoppers;
    private final Map<String, Given> current = new HashMap<>();
    private final List<Given> all = new ArrayList<>();

    /** @param shoppers the rows as they are at any time */
    RandomAdmissions(Random random, Map<String, Shopper> shoppers) {
        this.random = random;
        this.shoppers = shoppers;
    }

    @Nullable
    Admission of(String fan, Instant now) {
        return switch (random.nextInt(40)) {
            case 0 -> null;
            case 1 -> some(fan, now).admission();
            default -> own(fan, now).admission();
        };
    }

    /** Of admissions old and new. */
    InventoryCommand.CloseShopper close(String fan, Instant now) {
        Given given = some(fan, now);
        return new InventoryCommand.CloseShopper(
                given.admission().id(), given.fan(), given.admission().expiresAt());
    }

    private Given some(String fan, Instant now) {
        int recent = Math.min(all.size(), 30);
        return recent == 0 ? own(fan, now) : all.get(all.size() - 1 - random.nextInt(recent));
    }

    /** Whose admission is over mostly has another. */
    private Given own(String fan, Instant now) {
        Given given = current.get(fan);
        if (given == null || (over(given, now) && random.nextInt(4) != 0)) {
            given = new Given(new Admission(Desk.EVENT + "." + all.size(), now.plus(LIFE)), fan);
            current.put(fan, given);
            all.add(given);
        }
        return given;
    }

    private boolean over(Given given, Instant now) {
        Shopper shopper = shoppers.get(Desk.EVENT + "|" + given.admission().id());
        return given.admission().ended(now) || (shopper != null && !shopper.shopping());
    }
}
