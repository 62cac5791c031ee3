package io.onsale.edge.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page put together from its own file, the parts that all pages share, and links that let its modules load all at once. */
final class Html {
    private static final Pattern PART = Pattern.compile("[ \\t]*<!-- part (\\S+) -->\\R");
    private static final Pattern MODULE =
            Pattern.compile("[ \\t]*<script type=\"module\" src=\"([^\"]+)\"></script>\\R");
    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import|export|\\}) ?.*from '(\\.[^']+)';$");

    private Html() {}

    /** The page of a file. */
    static Asset page(String file) {
        return Asset.of(file, announced(whole(file)).getBytes(StandardCharsets.UTF_8));
    }

    private static String whole(String file) {
        return PART.matcher(text(file))
                .replaceAll(part -> Matcher.quoteReplacement(whole(beside(file, part.group(1)))));
    }

    private static String announced(String page) {
        return MODULE.matcher(page)
                .replaceAll(script -> Matcher.quoteReplacement(preloads(script.group(1)) + script.group()));
    }

    private static String preloads(String module) {
        Set<String> imported = new LinkedHashSet<>();
        collect(module, imported);
        return imported.stream()
                .map(each -> "    <link rel=\"modulepreload\" href=\"" + each + "\">\n")
                .collect(Collectors.joining());
    }

    private static void collect(String module, Set<String> imported) {
        Matcher imports = IMPORT.matcher(text(module));
        while (imports.find()) {
            String other = beside(module, imports.group(1));
            if (imported.add(other)) {
                collect(other, imported);
            }
        }
    }

    private static String beside(String file, String other) {
        return URI.create(file).resolve(other).toString();
    }

    private static String text(String file) {
        return new String(Asset.read(file), StandardCharsets.UTF_8);
    }
}
