package io.onsale.standalone.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command's words, and where help is. */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + what(wrong, command) + "; ./" + name + " --help says more");
        command.getErr().flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static String what(ParameterException wrong, CommandLine command) {
        if (wrong instanceof UnmatchedArgumentException unmatched && meansACommand(unmatched, command)) {
            return "there is no command " + unmatched.getUnmatched().getFirst() + nearest(unmatched);
        }
        String message = String.valueOf(wrong.getMessage());
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static boolean meansACommand(UnmatchedArgumentException unmatched, CommandLine command) {
        return !command.getSubcommands().isEmpty() && !unmatched.isUnknownOption();
    }

    private static String nearest(UnmatchedArgumentException unmatched) {
        List<String> nearest = unmatched.getSuggestions();
        return nearest.isEmpty() ? "" : " (did you mean " + nearest.getFirst() + "?)";
    }
}
