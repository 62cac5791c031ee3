package io.onsale.schemas.privacy;

/** Says that sealed bytes were altered, or sealed with another key or for another context. */
public final class BrokenSealException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenSealException() {
        super("The sealed bytes were altered, or sealed with another key or for another context");
    }
}
