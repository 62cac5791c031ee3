package io.onsale.standalone.clickhouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsertStatementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO t FORMAT CSV 1,2                  | INSERT INTO t              | CSV         | 1,2",
                "insert into a.b (x, `we)ird FORMAT`) format TSV 1 | insert into a.b (x, `we)ird FORMAT`) | TSV | 1",
                "INSERT INTO TABLE x.format FORMAT CSV 1       | INSERT INTO TABLE x.format | CSV         | 1",
                "INSERT INTO format FORMAT CSV 1               | INSERT INTO format         | CSV         | 1",
                "INSERT INTO `a``FORMAT X` FORMAT CSV 1        | INSERT INTO `a``FORMAT X`  | CSV         | 1",
                "/* FORMAT X */ INSERT INTO t FORMAT Native x  | /* FORMAT X */ INSERT INTO t | Native    | x",
                "INSERT INTO t SETTINGS a='FORMAT X' FORMAT TSV 1 | INSERT INTO t SETTINGS a='FORMAT X' | TSV | 1",
                "INSERT INTO t SETTINGS a=$x$FORMAT X$x$ FORMAT TSV 1 | INSERT INTO t SETTINGS a=$x$FORMAT X$x$ | TSV | 1",
                "INSERT INTO FUNCTION file('x FORMAT Y') FORMAT CSV 1 | INSERT INTO FUNCTION file('x FORMAT Y') | CSV | 1",
                "INSERT INTO t FORMAT JSONEachRow; {}          | INSERT INTO t              | JSONEachRow | {}",
            })
    void findsTheFormatClause(String text, String statement, String format, String data) {
        InsertStatement insert = InsertStatement.parse(text).orElseThrow();
        assertThat(insert.statement().strip()).isEqualTo(statement);
        assertThat(insert.format()).isEqualTo(format);
        assertThat(text.substring(insert.dataAt())).isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t SELECT 'x FORMAT CSV'",
                "INSERT INTO t SELECT * FROM x FORMAT CSV",
                "INSERT INTO t VALUES ('FORMAT z')",
                "INSERT INTO t (a) FORMAT Values (1)",
                "INSERT INTO t WITH x AS (SELECT 1) SELECT * FROM x",
                "INSERT INTO t FROM INFILE 'x' FORMAT CSV",
                "INSERT INTO t -- FORMAT CSV",
                "INSERT INTO t 'FORMAT CSV",
                "select 1 FORMAT JSON",
                "",
            })
    void leavesOtherStatementsAlone(String text) {
        assertThat(InsertStatement.parse(text)).isEqualTo(Optional.empty());
    }

    @Test
    void dropsOneLineBreakAndNoByteOfTheData() {
        String text = "INSERT INTO t FORMAT RowBinary \r\n\n\0\u00ff ";
        InsertStatement insert = InsertStatement.parse(text).orElseThrow();
        assertThat(text.substring(insert.dataAt())).isEqualTo("\n\0\u00ff ");
    }

    @Test
    void movesSettingsFromBehindTheFormat() {
        String text = "INSERT INTO t FORMAT CSV SETTINGS a = 1, b = 'x'\n1,2";
        InsertStatement insert = InsertStatement.parse(text).orElseThrow();
        assertThat(insert.statement()).isEqualTo("INSERT INTO t SETTINGS a = 1, b = 'x'");
        assertThat(text.substring(insert.dataAt())).isEqualTo("1,2");
    }

    @Test
    void takesSettingsOnTheNextLineForData() {
        String text = "INSERT INTO t FORMAT TSV\nSETTINGS\n";
        InsertStatement insert = InsertStatement.parse(text).orElseThrow();
        assertThat(text.substring(insert.dataAt())).isEqualTo("SETTINGS\n");
    }
}
