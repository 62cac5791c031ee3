package io.onsale.standalone.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The stock driver, which knows nothing of how this server is built. */
@OnSharedEngine
class JdbcDriverTest {

    private final ClickHouseEngine engine;

    JdbcDriverTest(HttpClickHouse clickHouse) {
        this.engine = clickHouse.engine();
    }

    @Test
    void insertsABatchAndReadsItBack() throws SQLException {
        try (Connection connection = connect(engine.writer(), "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE jdbc_batch (id UInt64, name String) ENGINE = MergeTree ORDER BY id");
            insert(connection, "jdbc_batch", 10_000);
            try (ResultSet rows = statement.executeQuery("SELECT count(), max(name) FROM jdbc_batch")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(10_000);
                assertThat(rows.getString(2)).isEqualTo("name 9999");
            }
        }
    }

    @Test
    void insertsABatchOfCompressedBlocks() throws SQLException {
        try (Connection connection = connect(engine.writer(), "&decompress=true");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE jdbc_blocks (id UInt64, name String) ENGINE = MergeTree ORDER BY id");
            insert(connection, "jdbc_blocks", 100_000);
            try (ResultSet rows = statement.executeQuery("SELECT count(), sum(id) FROM jdbc_blocks")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(100_000);
                assertThat(rows.getLong(2)).isEqualTo(4_999_950_000L);
            }
        }
    }

    @Test
    void readsAResultOfManyPieces() throws SQLException {
        try (Connection connection = connect(engine.reader(), "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number FROM numbers(300000) ORDER BY number")) {
            long expected = 0;
            while (rows.next()) {
                assertThat(rows.getLong(1)).isEqualTo(expected++);
            }
            assertThat(expected).isEqualTo(300_000);
        }
    }

    @Test
    void seesTheEnginesErrorCode() throws SQLException {
        try (Connection connection = connect(engine.reader(), "");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT * FROM no_such_table"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getErrorCode()).isEqualTo(60));
        }
    }

    @Test
    void listsTablesAndTakesAQueryTimeout() throws SQLException {
        try (Connection connection = connect(engine.writer(), "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE jdbc_listed (id UInt64) ENGINE = MergeTree ORDER BY id");
            try (ResultSet tables = connection.getMetaData().getTables(null, "default", "jdbc_listed", null)) {
                assertThat(tables.next()).isTrue();
                assertThat(tables.getString("TABLE_NAME")).isEqualTo("jdbc_listed");
            }
        }
        try (Connection connection = connect(engine.reader(), "");
                PreparedStatement query = connection.prepareStatement("SELECT ? + 1")) {
            query.setQueryTimeout(5);
            query.setInt(1, 41);
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(42);
            }
        }
    }

    private static void insert(Connection connection, String table, int rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " (id, name) VALUES (?, ?)")) {
            for (int i = 0; i < rows; i++) {
                insert.setLong(1, i);
                insert.setString(2, "name " + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Connection connect(Credentials user, String more) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user.user());
        properties.setProperty("password", user.password());
        return DriverManager.getConnection(engine.jdbcUrl("default") + more, properties);
    }
}
