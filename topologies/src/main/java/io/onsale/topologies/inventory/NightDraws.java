package io.onsale.topologies.inventory;

import io.onsale.schemas.privacy.Hmac;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.inventory.domain.BatchDraw;
import io.onsale.topologies.inventory.domain.BatchDraws;
import io.onsale.topologies.inventory.domain.NightWindow;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;

/** Draws from the process key; the package's manual has the formulas. */
final class NightDraws implements BatchDraws {

    private final Hmac instants;
    private final Hmac nonces;

    NightDraws(ProcessKey key) {
        this.instants = new Hmac(key.derive("night-batch"));
        this.nonces = new Hmac(key.derive("night-batch-nonce"));
    }

    @Override
    public BatchDraw of(String event, String batch, NightWindow window) {
        String subject = event + "\n" + batch;
        long number = ByteBuffer.wrap(instants.of(subject)).getLong();
        long later = Long.remainderUnsigned(number, window.length().toMillis());
        Instant instant = window.start().plusMillis(later);
        byte[] nonce = nonces.of(subject);
        byte[] commitment = new Hmac(nonce).of(subject + "\n" + instant.toEpochMilli());
        HexFormat hexadecimal = HexFormat.of();
        return new BatchDraw(instant, hexadecimal.formatHex(nonce), hexadecimal.formatHex(commitment));
    }
}
