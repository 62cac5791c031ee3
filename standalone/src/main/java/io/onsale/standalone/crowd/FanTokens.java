package io.onsale.standalone.crowd;

/** Gives each fan its access token, and says as whom edges know it then. */
@FunctionalInterface
public interface FanTokens {

    /** A token of a fan. */
    String of(String fan);

    /** The account that the fan's token stands for. */
    default String account(String fan) {
        return fan;
    }
}
