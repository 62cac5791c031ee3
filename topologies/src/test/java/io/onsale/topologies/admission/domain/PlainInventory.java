package io.onsale.topologies.admission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.admission.domain.AdmissionCommand.ShopperClosed;
import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionEnded;
import io.onsale.topologies.admission.domain.AdmissionEvent.AskedAgain;
import io.onsale.topologies.admission.domain.AdmissionEvent.FansAdmitted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An inventory that closes shoppers late, says so twice or not at all, and closes some by itself because they bought everything. */
final class PlainInventory {

    private final Random random;
    /** Who can still do something. */
    private final Set<String> acting = new HashSet<>();

    private final List<String> asked = new ArrayList<>();
    private final List<ShopperClosed> said = new ArrayList<>();
    private int lost;

    PlainInventory(Random random) {
        this.random = random;
    }

    void see(AdmissionEvent event, int limit) {
        switch (event) {
            case FansAdmitted admitted -> {
                admitted.admissions().forEach(admission -> acting.add(admission.id()));
                assertThat(acting).as("who can still act").hasSizeLessThanOrEqualTo(limit);
            }
            case AdmissionEnded ended -> {
                if (ended.why() != AdmissionEnd.FINISHED) {
                    asked.add(ended.admissionId());
                }
            }
            case AskedAgain again -> asked.add(again.admissionId());
            default -> {}
        }
    }

    /** What arrives from it at admission now, if anything. */
    @Nullable
    ShopperClosed arrival() {
        if (!asked.isEmpty() && random.nextInt(3) == 0) {
            close(asked.remove(random.nextInt(asked.size())));
        }
        if (!acting.isEmpty() && random.nextInt(40) == 0) {
            close(acting.stream().sorted().toList().get(random.nextInt(acting.size())));
        }
        return said.isEmpty() || random.nextInt(3) > 0 ? null : said.remove(random.nextInt(said.size()));
    }

    private void close(String admission) {
        acting.remove(admission);
        if (random.nextInt(10) == 0) {
            lost++;
            return;
        }
        said.add(new ShopperClosed(admission));
        if (random.nextInt(4) == 0) {
            said.add(new ShopperClosed(admission));
        }
    }

    int lost() {
        return lost;
    }
}
