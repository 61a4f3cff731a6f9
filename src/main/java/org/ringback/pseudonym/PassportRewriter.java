package org.ringback.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signature of a caller (RFC 8224): the numbers within its PASSporT (RFC 8225) are replaced as everywhere, its time and
 * attestation stay. No certificate fits afterwards.
 */
final class PassportRewriter {

    private static final Pattern STRING = Pattern.compile("\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"(?<colon>\\s*:)?");

    private static final Set<String> PLAIN = Set.of("alg", "typ", "ppt", "attest", "rcdi", "div");

    private final Pseudonyms pseudonyms;
    private final Uris uris;

    PassportRewriter(Pseudonyms pseudonyms, Uris uris) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
    }

    String of(String value) {
        int end = value.indexOf(';');
        String signed = end < 0 ? value : value.substring(0, end);
        String parameters = end < 0 ? "" : uris.parameters().of(value.substring(end));
        String[] parts = signed.split("\\.", -1);
        if (parts.length != 3) {
            return quotedSecret(signed) + parameters;
        }
        return part(parts[0]) + "." + part(parts[1]) + "." + quotedSecret(parts[2]) + parameters;
    }

    private String quotedSecret(String text) {
        String bare = text.replace("\"", "").strip();
        return bare.isEmpty() ? text : text.replace(bare, pseudonyms.secret(bare));
    }

    private String part(String encoded) {
        String bare = encoded.strip();
        if (bare.isEmpty()) {
            return encoded;
        }
        try {
            String json = new String(Base64.getUrlDecoder().decode(bare), StandardCharsets.ISO_8859_1);
            String rewritten = json(json);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(rewritten.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException _) {
            return quotedSecret(encoded);
        }
    }

    private String json(String json) {
        var key = new AtomicReference<>("");
        return STRING.matcher(json).replaceAll(string -> {
            String text = string.group("text");
            if (string.group("colon") != null) {
                key.set(text);
                return Matcher.quoteReplacement(string.group());
            }
            return Matcher.quoteReplacement("\"" + value(key.get(), text) + "\"");
        });
    }

    private String value(String key, String text) {
        if (PLAIN.contains(key) || text.isEmpty()) {
            return text;
        }
        if (text.contains(":")) {
            return uris.of(text.replace("\\/", "/"));
        }
        return Pseudonyms.isNumber(text) ? pseudonyms.number(text) : pseudonyms.identifier(text);
    }
}
