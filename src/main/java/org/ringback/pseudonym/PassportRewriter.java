package org.ringback.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * The signature of a caller (RFC 8224): the numbers within its PASSporT (RFC 8225) are replaced as everywhere, its time and
 * attestation stay. No certificate fits afterwards.
 */
final class PassportRewriter {

    private static final Set<String> NAMES = Lists.of("""
        alg typ ppt x5u attest dest orig origid iat tn uri rcd rcdi nam icn jcd jcl crn div opt auth mky sph cdr exp nbf
        """);

    private static final Set<String> TOKENS = Set.of("alg", "typ", "ppt");
    private static final Set<String> TIMES = Set.of("iat", "exp", "nbf");

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final Dates dates;
    private final Names names;

    PassportRewriter(Pseudonyms pseudonyms, Uris uris, Dates dates) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.dates = dates;
        this.names = new Names(pseudonyms);
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
        return Cuts.each(text, "\" \t\r\n", pseudonyms::secret);
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

    /** Strings by the name before them; of what stands between, only the marks of the grammar and known times stay. */
    private String json(String json) {
        var out = new StringBuilder();
        String key = "";
        int at = 0;
        while (at < json.length()) {
            int open = json.indexOf('"', at);
            int close = open < 0 ? -1 : Cuts.close(json, open);
            int end = close < 0 ? json.length() : open;
            out.append(between(key, json.substring(at, end)));
            at = end;
            if (close >= 0) {
                String text = json.substring(open + 1, close);
                boolean name = json.substring(close + 1, Math.min(json.length(), close + 3))
                        .stripLeading()
                        .startsWith(":");
                key = name ? text : key;
                out.append('"')
                        .append(name ? names.of(text, NAMES) : value(key, text))
                        .append('"');
                at = close + 1;
            }
        }
        return out.toString();
    }

    private String between(String key, String text) {
        return Cuts.each(text, "{}[]:, \t\r\n", word -> switch (word) {
            case "true", "false", "null" -> word;
            case String time when TIMES.contains(key) && Runs.digits(time) -> dates.seconds(time);
            default -> pseudonyms.name(word);
        });
    }

    private String value(String key, String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (TOKENS.contains(key) || (key.equals("attest") && text.length() == 1)) {
            return key.equals("attest") && "ABC".contains(text) ? text : names.token(text);
        }
        if (text.contains(":")) {
            return uris.of(text.replace("\\/", "/"));
        }
        return TelephoneNumber.is(text) ? pseudonyms.number(text) : pseudonyms.identifier(text);
    }
}
