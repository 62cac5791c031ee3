package io.onsale.standalone.audit;

import io.onsale.standalone.audit.rules.Check;
import io.onsale.standalone.audit.rules.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Counts the findings of one check and keeps the first of them: a broken log may show millions. */
final class Tally {

    private static final int KEPT = 20;

    private final Check check;
    private final List<Finding> kept = new ArrayList<>();
    private long violations;

    Tally(Check check) {
        this.check = check;
    }

    void add(Collection<Finding> findings) {
        violations += findings.size();
        findings.stream().limit(KEPT - (long) kept.size()).forEach(kept::add);
    }

    Verdict verdict(long checked) {
        return new Verdict(check, checked, violations, List.copyOf(kept), Optional.empty());
    }
}
