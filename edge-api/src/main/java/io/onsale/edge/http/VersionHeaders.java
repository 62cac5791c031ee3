package io.onsale.edge.http;

import io.javalin.http.Context;
import io.onsale.edge.http.Version.Domain;
import io.onsale.schemas.privacy.Hmac;
import io.onsale.schemas.privacy.ProcessKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes versions into answers and reads them from requests; each is signed, so that nobody makes readers wait for what never was. */
public final class VersionHeaders {
    private static final int MAX_LENGTH = 2048;
    private static final int MAX_VERSIONS = 8;
    private static final int CODE_BYTES = 12;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Hmac hmac;

    public VersionHeaders(ProcessKey key) {
        this.hmac = new Hmac(key.derive("version"));
    }

    /** Tells the client what its write made. */
    public void answer(Context ctx, Version... versions) {
        ctx.header(Version.HEADER, Stream.of(versions).map(this::encode).collect(Collectors.joining(",")));
    }

    /** What the client wants to see; nothing where it doesn't say. */
    public List<Version> wanted(Context ctx) {
        @Nullable String header = ctx.req().getHeader(Version.HEADER);
        return header == null ? List.of() : parse(header);
    }

    /** A version as it travels: {@code base64url(<letter>:<key>:<sequence>).base64url(<code>)}. */
    public String encode(Version version) {
        byte[] text = (version.domain().letter() + ":" + version.key() + ":" + version.sequence())
                .getBytes(StandardCharsets.UTF_8);
        return BASE64.encodeToString(text) + "." + BASE64.encodeToString(code(text));
    }

    List<Version> parse(String header) {
        String[] parts = header.split(",", -1);
        if (header.length() > MAX_LENGTH || parts.length > MAX_VERSIONS) {
            throw malformed();
        }
        List<Version> versions = new ArrayList<>();
        for (String part : parts) {
            versions.add(decode(part.strip()));
        }
        return versions;
    }

    private byte[] code(byte[] text) {
        return Arrays.copyOf(hmac.of(text), CODE_BYTES);
    }

    private Version decode(String part) {
        try {
            int dot = part.indexOf('.');
            if (dot < 0) {
                throw malformed();
            }
            byte[] text = Base64.getUrlDecoder().decode(part.substring(0, dot));
            byte[] code = Base64.getUrlDecoder().decode(part.substring(dot + 1));
            if (!MessageDigest.isEqual(code(text), code)) {
                throw malformed();
            }
            return read(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** Reads what we signed. */
    private static Version read(String text) {
        int last = text.lastIndexOf(':');
        return new Version(domain(text.charAt(0)), text.substring(2, last), Long.parseLong(text.substring(last + 1)));
    }

    private static Domain domain(char letter) {
        return Stream.of(Domain.values())
                .filter(domain -> domain.letter() == letter)
                .findFirst()
                .orElseThrow();
    }

    private static ProblemException malformed() {
        return Problem.of(400, "bad_version", "The header " + Version.HEADER + " has to be one that an answer carried.")
                .with("field", Version.HEADER)
                .toException();
    }
}
