package io.onsale.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a draw is published to go by, held against what it may go by and against what a fan was promised. */
final class TermsCheck {

    private final DrawTerms published;

    TermsCheck(DrawTerms published) {
        this.published = published;
    }

    /** Whether the points are those that the policy's version is known for. */
    Statement policy() {
        Policy policy = published.policy();
        Optional<Policy> known = Policy.named(policy.version());
        if (known.isEmpty()) {
            return Statement.open("policy: %s is none that is known here; only a receipt binds its points: %s"
                    .formatted(policy.version(), policy));
        }
        return known.get().equals(policy)
                ? Statement.right("policy: %s, with the points it is known for".formatted(policy.version()))
                : Statement.same("policy", known.get(), policy);
    }

    /** Whether who takes part was final before the round's value was public. */
    Statement round(BeaconRound beacon) {
        Optional<Instant> scheduled = beacon.scheduled();
        if (scheduled.isPresent() && !scheduled.equals(beacon.due().or(() -> scheduled))) {
            return Statement.wrong(
                    "beacon's time: it is published as %s, but that is due at %s".formatted(beacon, scheduled.get()));
        }
        Optional<Instant> due = scheduled.or(beacon::due);
        if (due.isEmpty()) {
            return Statement.open("beacon's time: when %s is due is not said; look there whether that is after %s"
                    .formatted(beacon, published.drawsAt()));
        }
        if (!due.get().isAfter(published.drawsAt())) {
            return Statement.wrong("beacon's time: %s is due at %s, and fans could still join until %s"
                    .formatted(beacon, due.get(), published.drawsAt()));
        }
        return scheduled.isPresent()
                ? Statement.right(
                        "beacon's time: %s is due at %s, after %s".formatted(beacon, due.get(), published.drawsAt()))
                : Statement.open("beacon's time: %s is said to be due after %s; look there whether it is"
                        .formatted(beacon, published.drawsAt()));
    }

    /** Whether a promise was kept. */
    List<Statement> against(DrawTerms promised) {
        return List.of(
                drawsAt(promised.drawsAt()),
                kept("receipt's policy", promised.policy(), published.policy()),
                kept("receipt's beacon", text(promised.beacon()), text(published.beacon())));
    }

    private Statement drawsAt(Instant promised) {
        String what = "receipt's draws_at";
        return published.drawsAt().isAfter(promised)
                ? Statement.open("%s: put off from %s to %s since; ask whether the sale was"
                        .formatted(what, promised, published.drawsAt()))
                : kept(what, promised, published.drawsAt());
    }

    private static Statement kept(String what, Object promised, Object published) {
        return promised.equals(published)
                ? Statement.right("%s: %s, as promised".formatted(what, published))
                : Statement.wrong("%s: %s is published, but %s was promised".formatted(what, published, promised));
    }

    private static String text(Optional<BeaconRound> beacon) {
        return beacon.map(BeaconRound::toString).orElse("none");
    }
}
