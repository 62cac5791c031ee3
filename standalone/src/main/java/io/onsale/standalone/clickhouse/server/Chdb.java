package io.onsale.standalone.clickhouse.server;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engine's C interface; {@code size_t} is a {@code long} on the only platform the library is made for. */
@SuppressWarnings("MemberName") // The names are the library's symbols.
final class Chdb {

    private Chdb() {}

    static void load(Path library) {
        Map<String, Object> options = Map.of(Library.OPTION_STRING_ENCODING, "UTF-8");
        Native.register(Chdb.class, NativeLibrary.getInstance(library.toString(), options));
    }

    static native void chdb_set_signal_handlers_enabled(int enabled);

    static native @Nullable Pointer chdb_connect(int count, Pointer arguments);

    static native void chdb_close_conn(Pointer connection);

    static native int chdb_classify_query_n(
            Pointer connection, byte[] sql, long length, @Nullable Pointer database, long databaseLength, Pointer out);

    static native Pointer chdb_query_with_params_n(
            Pointer connection,
            byte[] sql,
            long length,
            byte[] format,
            long formatLength,
            @Nullable Pointer names,
            @Nullable Pointer nameLengths,
            @Nullable Pointer values,
            @Nullable Pointer valueLengths,
            long parameters);

    static native Pointer chdb_stream_query_with_params_n(
            Pointer connection,
            byte[] sql,
            long length,
            byte[] format,
            long formatLength,
            @Nullable Pointer names,
            @Nullable Pointer nameLengths,
            @Nullable Pointer values,
            @Nullable Pointer valueLengths,
            long parameters);

    static native Pointer chdb_stream_fetch_result(Pointer connection, Pointer stream);

    static native void chdb_stream_cancel_query(Pointer connection, Pointer stream);

    static native void chdb_destroy_query_result(Pointer result);

    static native Pointer chdb_stream_insert_with_params_n(
            Pointer connection,
            byte[] sql,
            long length,
            byte[] format,
            long formatLength,
            @Nullable Pointer names,
            @Nullable Pointer nameLengths,
            @Nullable Pointer values,
            @Nullable Pointer valueLengths,
            long parameters);

    static native int chdb_stream_append(Pointer stream, byte[] data, long length);

    static native Pointer chdb_stream_done(Pointer stream);

    static native void chdb_stream_cancel_insert(Pointer stream);

    static native @Nullable String chdb_stream_insert_error(Pointer stream);

    static native void chdb_destroy_insert_stream(Pointer stream);

    static native @Nullable Pointer chdb_result_buffer(Pointer result);

    static native long chdb_result_length(Pointer result);

    static native long chdb_result_storage_rows_read(Pointer result);

    static native long chdb_result_storage_bytes_read(Pointer result);

    static native long chdb_result_rows_read(Pointer result);

    static native long chdb_result_rows_written(Pointer result);

    static native long chdb_result_bytes_written(Pointer result);

    static native @Nullable String chdb_result_error(Pointer result);
}
