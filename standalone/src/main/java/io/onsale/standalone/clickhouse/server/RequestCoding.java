package io.onsale.standalone.clickhouse.server;

import com.github.luben.zstd.ZstdInputStream;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4FrameInputStream;

/** How a request's body is compressed: a content encoding, ClickHouse's blocks, or both. */
record RequestCoding(String contentEncoding, boolean blocks) {

    static RequestCoding of(Map<String, String> url, Headers headers) throws EngineException {
        String encoding = Optional.ofNullable(headers.getFirst("Content-Encoding"))
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> new RequestCoding("identity", "1".equals(url.get("decompress")));
            case "lz4", "gzip", "zstd" -> new RequestCoding(encoding, "1".equals(url.get("decompress")));
            default ->
                throw EngineException.of(
                        ErrorCode.UNKNOWN_COMPRESSION_METHOD, "Content-Encoding must be lz4, gzip or zstd");
        };
    }

    InputStream decode(InputStream body) throws IOException {
        InputStream decoded = switch (contentEncoding) {
            case "lz4" -> new LZ4FrameInputStream(body);
            case "gzip" -> new GZIPInputStream(body);
            case "zstd" -> new ZstdInputStream(body);
            default -> body;
        };
        return blocks ? new BlockInputStream(decoded) : decoded;
    }
}
