package io.onsale.standalone.cli;

import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.run.SchemaRelease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./onsale schemas}. */
@Command(
        name = "schemas",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Brings this build's schemas to a registry.")
final class SchemasCommand implements Runnable {

    @Override
    public void run() {
        throw new ToldToUser("which command? register");
    }

    @Command(
            name = "register",
            mixinStandardHelpOptions = true,
            description = {
                "Registers every schema that this build writes, ahead of processes with",
                "ONSALE_REGISTER_SCHEMAS=false, and prints subject, version and id.",
                "What the registry has stays as it is; a refusal is told, with exit status 1."
            })
    int register(@Mixin SystemOptions system) {
        try (SchemaRegistryClient registry = new SchemaRegistryClient(system.registry())) {
            new SchemaRelease(registry)
                    .registerAll(schema -> System.out.printf(
                            "%s version %d id %d%n", schema.subject(), schema.version(), schema.id()));
            return 0;
        }
    }
}
