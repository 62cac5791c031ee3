package io.onsale.standalone.clickhouse.server;

import com.github.luben.zstd.ZstdOutputStream;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;

/** How an answer's body is compressed: ClickHouse's blocks, a content encoding, or not at all. */
enum ResponseCoding {
    PLAIN,
    BLOCKS,
    LZ4,
    GZIP,
    ZSTD;

    static ResponseCoding of(Map<String, String> url, Headers headers) {
        if ("1".equals(url.get("compress"))) {
            return BLOCKS;
        }
        if (!"1".equals(url.get("enable_http_compression"))) {
            return PLAIN;
        }
        List<String> accepted = Arrays.stream(Optional.ofNullable(headers.getFirst("Accept-Encoding"))
                        .orElse("")
                        .split(","))
                .map(String::strip)
                .toList();
        return List.of(LZ4, ZSTD, GZIP).stream()
                .filter(coding -> accepted.contains(coding.contentEncoding().orElse("")))
                .findFirst()
                .orElse(PLAIN);
    }

    Optional<String> contentEncoding() {
        return switch (this) {
            case PLAIN, BLOCKS -> Optional.empty();
            case LZ4 -> Optional.of("lz4");
            case GZIP -> Optional.of("gzip");
            case ZSTD -> Optional.of("zstd");
        };
    }

    OutputStream encode(OutputStream body) throws IOException {
        return switch (this) {
            case PLAIN -> body;
            case BLOCKS -> new BlockOutputStream(body);
            case LZ4 -> new LZ4FrameOutputStream(body, LZ4FrameOutputStream.BLOCKSIZE.SIZE_256KB);
            case GZIP -> new GZIPOutputStream(body);
            case ZSTD -> new ZstdOutputStream(body);
        };
    }
}
