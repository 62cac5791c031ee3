package io.onsale.standalone.run;

/** Where a process listens. */
record Listening(String address, int port) {

    static Listening from(Environment environment) {
        return new Listening(
                environment.text(Variable.ONSALE_BIND), environment.number(Variable.ONSALE_PORT, 0, 65_535));
    }
}
