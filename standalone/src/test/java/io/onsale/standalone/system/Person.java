package io.onsale.standalone.system;

/** Somebody with an access token. */
record Person(String id, String token) {}
