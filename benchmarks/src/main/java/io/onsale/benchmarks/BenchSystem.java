package io.onsale.benchmarks;

import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.Progress;
import io.onsale.standalone.StandaloneSettings;
import io.onsale.standalone.StandaloneSettings.Ports;
import io.onsale.standalone.cli.DataFolder;
import io.onsale.standalone.cli.Running;
import io.onsale.standalone.crowd.CrowdTokens;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A whole system on free ports and a temporary folder, which trusts the load's own issuer of tokens. */
public final class BenchSystem implements AutoCloseable {

    private final Running running;
    private final CrowdTokens tokens;

    private BenchSystem(Running running, CrowdTokens tokens) {
        this.running = running;
        this.tokens = tokens;
    }

    public static BenchSystem start() throws IOException {
        CrowdTokens tokens = CrowdTokens.ofNewKey("onsale-bench");
        DataFolder folder = DataFolder.temporary();
        StandaloneSettings settings = new StandaloneSettings(
                folder.path(), Ports.FREE, Map.of(tokens.issuer(), tokens.publicJwk()), Optional.empty());
        return new BenchSystem(Running.start(folder, settings, Progress.toStandardError()), tokens);
    }

    public Endpoints endpoints() {
        return running.system().endpoints();
    }

    public URI edge() {
        return URI.create(endpoints().edge());
    }

    public CrowdTokens tokens() {
        return tokens;
    }

    /** A client of its registry; the caller closes it. */
    public SchemaRegistryClient registry() {
        return new SchemaRegistryClient(RegistrySettings.of(endpoints().registry()));
    }

    @Override
    public void close() {
        running.close();
    }
}
