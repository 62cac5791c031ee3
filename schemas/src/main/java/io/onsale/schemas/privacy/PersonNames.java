package io.onsale.schemas.privacy;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The one spelling that a person's name has, whatever spaces and widths it is typed with, so that one person is one person. */
public final class PersonNames {

    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private PersonNames() {}

    public static String tidy(String typed) {
        String composed = Normalizer.normalize(SPACES.matcher(typed).replaceAll(" "), Normalizer.Form.NFKC);
        return SPACES.matcher(UNSEEN.matcher(composed).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
