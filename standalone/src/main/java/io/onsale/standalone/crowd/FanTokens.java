package io.onsale.standalone.crowd;

/** Gives each fan its access token. */
@FunctionalInterface
public interface FanTokens {
    String of(String fanId);
}
