package io.onsale.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.onsale.schemas.privacy.ProcessKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The keys of one data folder, made at its first start and readable only by its owner.
 *
 * @param process seals and pseudonymises
 * @param token signs access tokens
 * @param gatewayLogin lets payments and messages in at the simulated gateway
 * @param webhookSecret signs that gateway's webhooks
 */
public record Keys(ProcessKey process, ECKey token, String gatewayLogin, String webhookSecret) {

    private static final int SECRET_BYTES = 24;

    /** Those of a data folder. */
    public static Keys of(Path data) {
        return in(data.resolve("keys"));
    }

    static Keys in(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            String process = once(
                    folder.resolve("process.key"), () -> ProcessKey.generate().toBase64());
            String token = once(folder.resolve("token.jwk"), () -> newTokenKey().toJSONString());
            return new Keys(
                    ProcessKey.fromBase64(process),
                    ECKey.parse(token),
                    once(folder.resolve("gateway.key"), Keys::newSecret),
                    once(folder.resolve("webhook.secret"), Keys::newSecret));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw new ToldToUser("the keys in " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** A fresh key for access tokens. */
    public static ECKey newTokenKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK has no P-256", e);
        }
    }

    private static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static String once(Path file, Supplier<String> make) throws IOException {
        if (!Files.exists(file)) {
            Path fresh = Files.createTempFile(file.getParent(), "new", ".key"); // made readable by its owner alone
            Files.writeString(fresh, make.get());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
