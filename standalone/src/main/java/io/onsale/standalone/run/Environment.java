package io.onsale.standalone.run;

import io.onsale.standalone.ToldToUser;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads variables and collects what is wrong with them, so that an operator sees it all at once. */
public final class Environment {

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    public Environment(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public String text(Variable variable) {
        String value = values.get(variable.name());
        if (value != null && !value.isBlank()) {
            return value.strip();
        }
        if (variable.fallback().isEmpty()) {
            problems.add(variable + " is not set (" + variable.meaning() + ")");
        }
        return variable.fallback().orElse("");
    }

    /** What tells this instance from the others of its kind; two of one name would take each other's place for ever. */
    public String instance() {
        return Stream.of(Variable.ONSALE_INSTANCE.name(), "HOSTNAME")
                .map(name -> values.getOrDefault(name, "").strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(Environment::hostName);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            throw new ToldToUser("this host has no name; set " + Variable.ONSALE_INSTANCE, nameless);
        }
    }

    public int number(Variable variable, int least, int most) {
        String value = text(variable);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below, together with numbers out of bounds
        }
        problems.add(variable + " is '" + value + "', not a number from " + least + " to " + most);
        return least;
    }

    public boolean flag(Variable variable) {
        String value = text(variable);
        if (!value.equals("true") && !value.equals("false")) {
            problems.add(variable + " is '" + value + "', not true or false");
        }
        return value.equals("true");
    }

    public List<String> list(Variable variable) {
        return List.of(text(variable).split(",", -1)).stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** A value that this reader can do without. */
    public String textOr(Variable variable, String otherwise) {
        String value = values.get(variable.name());
        return value == null ? otherwise : value.strip();
    }

    /** A value that a parser understands. The problem never repeats the value, for it may be a secret. */
    public <T> Optional<T> parsed(Variable variable, Function<String, T> parser) {
        String value = text(variable);
        return value.isEmpty() ? Optional.empty() : parsed(variable, value, parser);
    }

    <T> Optional<T> parsed(Variable variable, String value, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(value));
        } catch (RuntimeException wrong) {
            problems.add(variable + " is not " + variable.meaning());
            return Optional.empty();
        }
    }

    /** Goes on only if nothing was wrong. */
    public void check() {
        if (!problems.isEmpty()) {
            throw new ToldToUser("the configuration is not complete:\n  " + String.join("\n  ", problems));
        }
    }
}
