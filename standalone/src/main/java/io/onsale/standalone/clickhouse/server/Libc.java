package io.onsale.standalone.clickhouse.server;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The few calls to the C library that Java has no equal for. */
@SuppressWarnings("MemberName") // The names are the library's symbols.
final class Libc {

    private static final int SIGINT = 2;
    private static final Pointer IGNORE = Pointer.createConstant(1);

    static {
        Native.register(Libc.class, "c");
    }

    private Libc() {}

    private static native void _exit(int status);

    private static native @Nullable Pointer signal(int number, Pointer handler);

    /** Ends the process without running the engine's destructors, which crash while a query is in flight. */
    static void exit(int status) {
        _exit(status);
    }

    /** Ctrl-C reaches the whole process group; the parent decides when the engine stops. */
    static void ignoreInterrupt() {
        signal(SIGINT, IGNORE);
    }
}
