package io.onsale.standalone;

/** Where the system says, line by line, how far it has come. */
@FunctionalInterface
public interface Progress {

    void say(String line);

    /** On standard error, because standard output is for results. */
    static Progress toStandardError() {
        return line -> System.err.println(line);
    }
}
