package io.onsale.standalone.cli;

import io.javalin.util.JavalinBindException;
import io.onsale.analytics.migrations.ChangedMigrationException;
import io.onsale.schemas.admin.TopicMismatchException;
import io.onsale.schemas.registry.RegistryUnavailableException;
import io.onsale.standalone.ToldToUser;
import java.io.PrintWriter;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code ./onsale}. */
@Command(
        name = "onsale",
        mixinStandardHelpOptions = true,
        version = "Onsale 0.1.0",
        description = "A streaming ticketing platform that anyone can run.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            RunCommand.class,
            AuditCommand.class,
            VerifyDrawCommand.class,
            SqlCommand.class,
            QuarantineCommand.class,
            GrantCommand.class,
            MessagesCommand.class,
            SchemasCommand.class,
            HelpCommand.class
        })
public final class Onsale implements Callable<Integer> {

    /** Failures whose message says it all; those of other modules cannot be ToldToUser, which is ours. */
    private static final List<Class<? extends Exception>> FOR_PEOPLE = List.of(
            ToldToUser.class,
            TopicMismatchException.class,
            RegistryUnavailableException.class,
            ChangedMigrationException.class,
            JavalinBindException.class);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return commands().execute(arguments);
    }

    static CommandLine commands() {
        CommandLine commands = new CommandLine(new Onsale());
        ServiceLoader.load(Subcommand.class).forEach(commands::addSubcommand);
        commands.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command.getErr()));
        commands.setParameterExceptionHandler(new UsageErrors());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        return commands;
    }

    private static int explain(Exception failure, PrintWriter err) {
        if (FOR_PEOPLE.stream().anyMatch(kind -> kind.isInstance(failure))) {
            err.println("onsale: " + failure.getMessage());
        } else {
            err.println("onsale: this is a bug, please report it:");
            failure.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
