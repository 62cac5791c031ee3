package io.onsale.standalone.clickhouse.server;

import java.util.Locale;

/**
 * What a format writes before its rows. The engine repeats it in every piece of a streamed result; it is kept in the
 * first only.
 */
enum FormatHeader {
    NONE,
    ONE_LINE,
    TWO_LINES,
    ONE_CSV_LINE,
    TWO_CSV_LINES,
    BINARY_NAMES,
    BINARY_NAMES_AND_TYPES,
    /** More than a header: a piece is no part of the whole. */
    WHOLE_DOCUMENT;

    static FormatHeader of(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "tabseparated", "tsv", "tabseparatedraw", "tsvraw", "tskv", "csv", "rowbinary", "native", "null" ->
                NONE;
            case "jsoneachrow", "jsonlines", "ndjson", "jsonstringseachrow", "jsoncompacteachrow" -> NONE;
            case "jsoncompactstringseachrow" -> NONE;
            case "tabseparatedwithnames", "tsvwithnames", "jsoncompacteachrowwithnames" -> ONE_LINE;
            case "tabseparatedwithnamesandtypes", "tsvwithnamesandtypes" -> TWO_LINES;
            case "jsoncompacteachrowwithnamesandtypes" -> TWO_LINES;
            case "csvwithnames" -> ONE_CSV_LINE;
            case "csvwithnamesandtypes" -> TWO_CSV_LINES;
            case "rowbinarywithnames" -> BINARY_NAMES;
            case "rowbinarywithnamesandtypes" -> BINARY_NAMES_AND_TYPES;
            default -> WHOLE_DOCUMENT;
        };
    }

    /** How many bytes of a piece are its header. */
    long length(Bytes piece) {
        return switch (this) {
            case NONE, WHOLE_DOCUMENT -> 0;
            case ONE_LINE -> lines(piece, 1, false);
            case TWO_LINES -> lines(piece, 2, false);
            case ONE_CSV_LINE -> lines(piece, 1, true);
            case TWO_CSV_LINES -> lines(piece, 2, true);
            case BINARY_NAMES -> binary(piece, 1);
            case BINARY_NAMES_AND_TYPES -> binary(piece, 2);
        };
    }

    /** The bytes of a piece, wherever they are kept. */
    interface Bytes {
        long length();

        byte byteAt(long offset);
    }

    /** In CSV a line break within quotes belongs to a name. */
    private static long lines(Bytes piece, int lines, boolean quotes) {
        boolean quoted = false;
        int left = lines;
        long at = 0;
        while (at < piece.length() && left > 0) {
            byte b = piece.byteAt(at);
            quoted ^= quotes && b == '"';
            if (b == '\n' && !quoted) {
                left--;
            }
            at++;
        }
        return at;
    }

    /** A count, then that many texts, each with its length before it, once or twice. */
    private static long binary(Bytes piece, int lists) {
        long[] cursor = {0};
        long columns = variableInt(piece, cursor);
        for (long text = 0; text < columns * lists; text++) {
            long length = variableInt(piece, cursor);
            cursor[0] += length;
        }
        return cursor[0];
    }

    private static long variableInt(Bytes piece, long[] cursor) {
        long value = 0;
        for (int shift = 0; cursor[0] < piece.length(); shift += 7) {
            byte b = piece.byteAt(cursor[0]++);
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                break;
            }
        }
        return value;
    }
}
