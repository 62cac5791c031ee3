package io.onsale.topologies.admission;

import io.onsale.schemas.privacy.Hmac;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.QueuePseudonyms;
import io.onsale.topologies.admission.domain.Bytes;
import io.onsale.topologies.admission.domain.DrawSecrets;
import io.onsale.waiting.Hash;

/** Secrets from the process key; the package's manual has the formulas. */
final class DerivedSecrets implements DrawSecrets {

    private final Hmac seeds;
    private final QueuePseudonyms pseudonyms;

    DerivedSecrets(ProcessKey key) {
        this.seeds = new Hmac(key.derive("draw-seed"));
        this.pseudonyms = new QueuePseudonyms(key);
    }

    @Override
    public Hash seed(String event) {
        return Hash.of(seeds.of(event));
    }

    @Override
    public Bytes pseudonym(String event, String fan) {
        return Bytes.of(pseudonyms.of(event, fan));
    }
}
