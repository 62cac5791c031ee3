package io.onsale.edge.views.orders;

import io.onsale.schemas.checkout.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** A receipt as bytes, read anew by whoever asks: an edge keeps every order there ever was, and its receipt's objects would be half of it. */
public final class PackedReceipt {

    private final ByteBuffer bytes;

    private PackedReceipt(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static PackedReceipt of(Receipt receipt) {
        try {
            return new PackedReceipt(receipt.toByteBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Receipt unpacked() {
        try {
            return Receipt.fromByteBuffer(bytes.duplicate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
