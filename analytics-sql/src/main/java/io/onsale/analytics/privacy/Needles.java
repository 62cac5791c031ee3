package io.onsale.analytics.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plain texts to look for, as they are, in hexadecimal and in both base64 alphabets, wherever in a longer text they begin. */
public final class Needles {
    private static final int SHORTEST = 4;

    private final List<Needle> needles = new ArrayList<>();

    /** Needles of at least four characters; shorter ones would be found by chance. */
    public Needles(List<String> texts) {
        for (int number = 0; number < texts.size(); number++) {
            byte[] text = texts.get(number).getBytes(UTF_8);
            if (text.length < SHORTEST) {
                throw new IllegalArgumentException("needle " + number + " is shorter than " + SHORTEST);
            }
            add(number, text);
        }
    }

    private void add(int number, byte[] text) {
        String name = "needle " + number;
        needles.add(new Needle(name, new String(text, ISO_8859_1)));
        String hex = HexFormat.of().formatHex(text);
        needles.add(new Needle(name + " in hexadecimal", hex));
        needles.add(new Needle(name + " in hexadecimal", hex.toUpperCase(Locale.ROOT)));
        for (int before = 0; before < 3; before++) {
            needles.add(new Needle(name + " in base64", inBase64(text, before, Base64.getEncoder())));
            needles.add(new Needle(name + " in base64", inBase64(text, before, Base64.getUrlEncoder())));
        }
    }

    /** The characters that don't depend on what stands before and after the text, where it begins after so many bytes of a group of three. */
    private static String inBase64(byte[] text, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + text.length];
        System.arraycopy(text, 0, shifted, before, text.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int first = before == 0 ? 0 : before + 1;
        int last = shifted.length * 8 / 6;
        return encoded.substring(first, last);
    }

    /** Every way to write a needle that occurs in these bytes. */
    List<String> in(byte[] bytes) {
        // One character a byte, so that text search serves for bytes.
        String haystack = new String(bytes, ISO_8859_1);
        return needles.stream()
                .filter(needle -> haystack.contains(needle.text()))
                .map(Needle::name)
                .distinct()
                .toList();
    }

    /** What the text at this place of {@link #texts()} stands for, counted from 1. */
    Optional<String> name(int index) {
        return index < 1 || index > needles.size()
                ? Optional.empty()
                : Optional.of(needles.get(index - 1).name());
    }

    /** All texts to look for. */
    List<String> texts() {
        return needles.stream()
                .map(needle -> new String(needle.text().getBytes(ISO_8859_1), UTF_8))
                .toList();
    }

    private record Needle(String name, String text) {}
}
