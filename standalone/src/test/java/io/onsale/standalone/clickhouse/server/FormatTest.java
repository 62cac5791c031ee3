package io.onsale.standalone.clickhouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1                                     | TSV",
                "SELECT 1 FORMAT CSV                          | CSV",
                "SELECT 1 format CSV;                         | CSV",
                "SELECT 1 FORMAT JSON SETTINGS max_threads=1  | JSON",
                "SELECT 'FORMAT CSV'                          | TSV",
                "SELECT 1 -- FORMAT CSV                       | TSV",
                "SELECT format FROM t                         | TSV",
                "SELECT * FROM (SELECT 1 AS format) FORMAT XML | XML",
                "''                                           | TSV",
            })
    void findsTheStatementsFormat(String sql, String format) {
        assertThat(OutputFormat.of(sql, "TSV").name()).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 FORMAT RowBinary                       | true",
                "SELECT 1 FORMAT RowBinaryWithNamesAndTypes      | true",
                "SELECT 1 FORMAT JSON                            | false",
                "SELECT 1 FORMAT Parquet                         | false",
                "SELECT a, count() FROM t GROUP BY a WITH TOTALS | false",
            })
    void streamsOnlyWhatCanBePutTogetherFromPieces(String sql, boolean streamable) {
        assertThat(OutputFormat.of(sql, "TSV").streamable()).isEqualTo(streamable);
    }

    @Test
    void measuresTheHeaderThatEveryPieceRepeats() {
        assertThat(header("TSVWithNames", "a\tb\n1\t2\n")).isEqualTo(4);
        assertThat(header("TSVWithNamesAndTypes", "a\nUInt8\n1\n")).isEqualTo(8);
        assertThat(header("CSVWithNames", "\"a\nb\",\"c\"\"\"\n1,2\n")).isEqualTo(12);
        assertThat(header("RowBinaryWithNames", "\u0002\u0001a\u0002bbrows")).isEqualTo(6);
        assertThat(header("RowBinaryWithNamesAndTypes", "\u0001\u0001a\u0005UInt8rows"))
                .isEqualTo(9);
        assertThat(header("CSV", "1,2\n")).isZero();
    }

    private static long header(String format, String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
        return FormatHeader.of(format).length(new FormatHeader.Bytes() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public byte byteAt(long offset) {
                return bytes[(int) offset];
            }
        });
    }
}
