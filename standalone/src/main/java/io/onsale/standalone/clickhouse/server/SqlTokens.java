package io.onsale.standalone.clickhouse.server;

import java.util.Locale;

/** Walks over a statement's tokens, past comments; quoted text, whatever it holds, is one token. */
final class SqlTokens {

    enum Kind {
        WORD,
        QUOTED_NAME,
        LITERAL,
        SYMBOL,
        END
    }

    /** A token and where it stands in the text. */
    record Token(Kind kind, String text, int start, int end) {

        boolean isWord(String word) {
            return kind == Kind.WORD && text.toUpperCase(Locale.ROOT).equals(word);
        }

        boolean isSymbol(char symbol) {
            return kind == Kind.SYMBOL && text.charAt(0) == symbol;
        }
    }

    private final String text;
    private int at;

    SqlTokens(String text) {
        this.text = text;
    }

    Token next() {
        skipBlanksAndComments();
        if (at >= text.length()) {
            return new Token(Kind.END, "", text.length(), text.length());
        }
        int start = at;
        Kind kind = advance(text.charAt(at));
        return new Token(kind, text.substring(start, at), start, at);
    }

    private Kind advance(char first) {
        if (first == '\'' || first == '"' || first == '`') {
            skipQuoted(first);
            return first == '\'' ? Kind.LITERAL : Kind.QUOTED_NAME;
        }
        if (first == '$' && skipHeredoc()) {
            return Kind.LITERAL;
        }
        if (isNamePart(first)) {
            while (at < text.length() && isNamePart(text.charAt(at))) {
                at++;
            }
            return isDigit(first) ? Kind.LITERAL : Kind.WORD;
        }
        at++;
        return Kind.SYMBOL;
    }

    private void skipBlanksAndComments() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("--", at) || text.startsWith("# ", at) || text.startsWith("#!", at)) {
                skipPast("\n", at + 2);
            } else if (text.startsWith("/*", at)) {
                skipPast("*/", at + 2);
            } else {
                return;
            }
        }
    }

    /** A quote in quotes is written twice or after a backslash. */
    private void skipQuoted(char quote) {
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean twice = c == quote && at + 1 < text.length() && text.charAt(at + 1) == quote;
            if (c == '\\' || twice) {
                at++;
            } else if (c == quote) {
                at++;
                return;
            }
        }
        at = text.length();
    }

    /** {@code $tag$ anything $tag$} is a string literal. */
    private boolean skipHeredoc() {
        int end = at + 1;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        if (end >= text.length() || text.charAt(end) != '$') {
            return false;
        }
        skipPast(text.substring(at, end + 1), end + 1);
        return true;
    }

    private void skipPast(String mark, int from) {
        int found = text.indexOf(mark, from);
        at = found < 0 ? text.length() : found + mark.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
