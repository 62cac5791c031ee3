package io.onsale.standalone.draw;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.standalone.ToldToUser;
import io.onsale.waiting.Hash;
import io.onsale.waiting.InclusionProof;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fan's receipt, as it was answered at joining or later; the whole answer that has it under {@code receipt} will do.
 *
 * @param promised what the token is to have in it as well, as the receipt spells it
 * @param token the signed form, where there is one
 */
record ReceiptFile(Receipt receipt, JsonObject promised, Optional<String> token) {

    /** @throws ToldToUser if the file is missing or broken */
    static ReceiptFile read(Path file) {
        JsonObject whole = JsonObject.parse(file.toString(), text(file, "joining answered it under receipt"));
        return of(whole.optionalObject("receipt").orElse(whole));
    }

    /** The text of a small file. */
    static String text(Path file, String origin) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ToldToUser("there is no file %s; %s".formatted(file, origin), e);
        } catch (IOException e) {
            throw new ToldToUser("%s cannot be read as text: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static ReceiptFile of(JsonObject json) {
        Receipt receipt = new Receipt(
                json.text("event_id"),
                json.text("pseudonym"),
                json.number("sequence"),
                json.instant("joined_at"),
                json.parsed("commitment", "64 hex digits", Hash::ofHex),
                json.optionalObject("terms").map(TermsReader::terms),
                json.optional("leaf", "a leaf as docs/draw.md has it", ReceiptFile::leaf),
                json.optionalObject("proof").map(ReceiptFile::proof));
        return new ReceiptFile(receipt, json, json.optional("token", "a JWS", token -> token));
    }

    private static Leaf leaf(String line) {
        return Leaf.parse(line).orElseThrow(IllegalArgumentException::new);
    }

    private static InclusionProof proof(JsonObject json) {
        List<Hash> path = new ArrayList<>();
        try {
            for (JsonNode hash : json.field("path", JsonNode::isArray, "an array of 64 hex digits each")) {
                path.add(Hash.ofHex(hash.asText()));
            }
            return new InclusionProof(json.number("index"), json.number("size"), path);
        } catch (IllegalArgumentException e) {
            throw new ToldToUser("%s: the proof is broken: %s".formatted(json.where(), e.getMessage()), e);
        }
    }
}
