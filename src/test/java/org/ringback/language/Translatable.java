package org.ringback.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a language says, in the pieces in which it is translated: one text of the window, one field of a page or a finding. */
final class Translatable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> BUNDLES = List.of("definitions", "contrasts", "headers", "findings");

    /** What each language has of its own and is made from no English. */
    private static final Pattern OWN =
            Pattern.compile("texts:(language|typography|number)\\..*|texts:command\\.example-words|.*\\.search");

    private static final int HASH_BYTES = 4;

    private Translatable() {}

    /** All pieces of a language by keys such as {@code findings:wrong-password.what}; lists are one piece. */
    static SortedMap<String, JsonNode> of(Language language) {
        SortedMap<String, JsonNode> pieces = new TreeMap<>();
        ShippedFiles.texts(language).forEach((key, text) -> pieces.put("texts:" + key, TextNode.valueOf(text)));
        for (String bundle : BUNDLES) {
            UnaryOperator<String> named = key -> bundle + ":" + key;
            ShippedFiles.tree(bundle, language)
                    .properties()
                    .forEach(entry -> entry.getValue()
                            .properties()
                            .forEach(field ->
                                    pieces.put(named.apply(entry.getKey() + "." + field.getKey()), field.getValue())));
        }
        pieces.keySet().removeIf(key -> OWN.matcher(key).matches());
        return pieces;
    }

    /** What stands for a piece in the files that remember it: eight hexadecimal digits. */
    static String hash(JsonNode piece) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(piece.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A piece from one line of a file. */
    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
