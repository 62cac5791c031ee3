package io.onsale.topologies.kit;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Gives all stores of the process one memory budget.
 *
 * <p>Kafka Streams makes one instance a store, so what they share is static; it is made once and never changed.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long BLOCKS = 96L << 20;
    private static final long WRITE_BUFFERS = 48L << 20;

    static {
        RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(BLOCKS, -1, false, 0.1);
    private static final WriteBufferManager WRITE_BUFFER_MANAGER = new WriteBufferManager(WRITE_BUFFERS, CACHE);

    private final BloomFilter filter = new BloomFilter(10, false);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setPinL0FilterAndIndexBlocksInCache(true);
        // Most look-ups of a decider are for rows that do not exist: a free seat, a new idempotency key. Filters on
        // disk and in
        // memory say so at once.
        table.setFilterPolicy(filter);
        options.setTableFormatConfig(table);
        options.setMemtablePrefixBloomSizeRatio(0.1);
        options.setMemtableWholeKeyFiltering(true);
        options.setWriteBufferManager(WRITE_BUFFER_MANAGER);
        options.setWriteBufferSize(8L << 20);
        options.setMaxWriteBufferNumber(2);
        // A buffer takes a block of this size with its first row. Hundreds of small stores would fill the budget with a
        // megabyte each.
        options.setArenaBlockSize(64L << 10);
    }

    @Override
    public void close(String store, Options options) {
        filter.close();
    }
}
