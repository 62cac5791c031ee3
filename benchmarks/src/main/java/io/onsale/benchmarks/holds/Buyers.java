package io.onsale.benchmarks.holds;

import io.onsale.standalone.crowd.CrowdTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Fans who take one seat after another, each seat once, none beyond the limit. */
final class Buyers {

    private static final int FANS = 4_000;

    /** One hold to ask for. */
    record Wish(String fan, String token, String seat) {}

    private final BenchShow show;
    private final List<String> fans = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    Buyers(BenchShow show, CrowdTokens issuer) {
        this.show = show;
        for (int fan = 0; fan < FANS; fan++) {
            String id = UUID.randomUUID().toString();
            fans.add(id);
            tokens.add(issuer.of(id));
        }
    }

    BenchShow show() {
        return show;
    }

    /** The next wish; when all seats are gone they are wished for again, and refused. */
    Wish next() {
        int number = next.getAndIncrement();
        int fan = number % FANS;
        return new Wish(fans.get(fan), tokens.get(fan), show.seat(number % show.seats()));
    }
}
