package io.onsale.edge.views.queue;

import io.onsale.waiting.Hash;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rosters in a folder, a file for each, named by its root and written as it is downloaded. */
public final class RosterFiles implements RosterArchive {
    private static final Logger LOG = LoggerFactory.getLogger(RosterFiles.class);

    private final Path folder;

    public RosterFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void keep(Hash root, Stream<String> lines) {
        if (find(root).isPresent()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            // Of an edge that died while it wrote; one folder may be shared, so each writes into a file of its own.
            Path written = Files.createTempFile(folder, "roster-", ".part");
            try {
                write(written, lines);
                Files.move(written, file(root), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("folder", folder)
                    .setCause(e)
                    .log("A roster could not be kept; it is in the log alone now");
        }
    }

    private static void write(Path file, Stream<String> lines) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                writer.write(each.next());
            }
        }
    }

    @Override
    public Optional<Path> find(Hash root) {
        return Optional.of(file(root)).filter(Files::exists);
    }

    private Path file(Hash root) {
        return folder.resolve(root.hex() + ".ndjson");
    }
}
