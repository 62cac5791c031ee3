package io.onsale.standalone.clickhouse.server;

import java.util.Set;

/** Which URL parameters are settings that a request may change, and which are no settings at all. */
final class UrlSettings {

    /** Read elsewhere, or of no meaning here: there are no sessions, quotas or progress headers. */
    private static final Set<String> PARAMETERS = Set.of(
            "query",
            "database",
            "default_format",
            "user",
            "password",
            "compress",
            "decompress",
            "enable_http_compression",
            "http_zlib_compression_level",
            "query_id",
            "session_id",
            "session_timeout",
            "session_check",
            "quota_key",
            "wait_end_of_query",
            "buffer_size",
            "client_protocol_version",
            "send_progress_in_http_headers",
            "http_headers_progress_interval_ms",
            "cancel_http_readonly_queries_on_client_close");

    private static final Set<String> SETTINGS = Set.of(
            "alter_sync",
            "async_insert",
            "date_time_input_format",
            "date_time_output_format",
            "deduplicate_blocks_in_dependent_materialized_views",
            "insert_deduplicate",
            "insert_deduplication_token",
            "input_format_allow_errors_num",
            "input_format_allow_errors_ratio",
            "input_format_binary_read_json_as_string",
            "input_format_defaults_for_omitted_fields",
            "input_format_import_nested_json",
            "input_format_null_as_default",
            "input_format_parallel_parsing",
            "input_format_skip_unknown_fields",
            "input_format_with_names_use_header",
            "join_use_nulls",
            "log_comment",
            "max_block_size",
            "max_execution_time",
            "max_insert_block_size",
            "max_result_rows",
            "max_rows_to_read",
            "max_threads",
            "mutations_sync",
            "optimize_on_insert",
            "output_format_binary_write_json_as_string",
            "output_format_decimal_trailing_zeros",
            "output_format_json_quote_64bit_floats",
            "output_format_json_quote_64bit_integers",
            "output_format_json_quote_decimals",
            "output_format_json_quote_denormals",
            "result_overflow_mode",
            "session_timezone",
            "use_client_time_zone",
            "wait_for_async_insert");

    private UrlSettings() {}

    static boolean isParameter(String name) {
        return PARAMETERS.contains(name);
    }

    /** A setting that may be given, with a value that this role may give it. */
    static void check(String name, String value, Role role) throws EngineException {
        if (!SETTINGS.contains(name)) {
            throw EngineException.of(
                    ErrorCode.UNKNOWN_SETTING, "Setting " + name + " can't be changed through this server's URL");
        }
        if (role == Role.READER && name.equals("max_execution_time") && !withinReaderTime(value)) {
            throw EngineException.of(
                    ErrorCode.SETTING_CONSTRAINT_VIOLATION,
                    "Setting max_execution_time must be above 0 and at most " + Engine.READER_SECONDS);
        }
    }

    private static boolean withinReaderTime(String value) {
        try {
            double seconds = Double.parseDouble(value);
            return seconds > 0 && seconds <= Engine.READER_SECONDS;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
