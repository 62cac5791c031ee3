package io.onsale.standalone.clickhouse.server;

/** What the engine's parser says about a text: how many statements it holds and what the heaviest of them does. */
record Analysis(int statements, Kind kind) {

    /** What a statement does to anything that outlives it. */
    enum Kind {
        READ,
        WRITE,
        WRITE_BEYOND_DATABASES,
        SESSION_OR_OUTSIDE,
        UNKNOWN;

        static Kind of(int number) {
            return switch (number) {
                case 0 -> READ;
                case 1 -> WRITE;
                case 2 -> WRITE_BEYOND_DATABASES;
                case 3 -> SESSION_OR_OUTSIDE;
                default -> UNKNOWN;
            };
        }
    }
}
