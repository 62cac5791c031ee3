package io.onsale.standalone.clickhouse.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The two users and their passwords; a comparison takes the same time however much of a password is right. */
record Users(String writerPassword, String readerPassword) {

    static final String WRITER = "onsale_writer";
    static final String READER = "onsale_reader";

    Optional<Role> identify(String user, String password) {
        String given = user + ":" + password;
        boolean writer = same(WRITER + ":" + writerPassword, given);
        boolean reader = same(READER + ":" + readerPassword, given);
        if (writer) {
            return Optional.of(Role.WRITER);
        }
        return reader ? Optional.of(Role.READER) : Optional.empty();
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Users[" + WRITER + ", " + READER + "]";
    }
}
