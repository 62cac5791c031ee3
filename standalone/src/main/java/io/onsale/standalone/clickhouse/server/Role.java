package io.onsale.standalone.clickhouse.server;

/** What a user may do: the sink and migrations write, people read. */
enum Role {
    WRITER,
    READER
}
