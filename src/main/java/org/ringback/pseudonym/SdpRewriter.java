package org.ringback.pseudonym;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.IpAddress;

/** Session descriptions (RFC 8866), line by line; codecs, ports, directions and versions stay. */
final class SdpRewriter {

    private static final Pattern LINE = Pattern.compile("(?m)^(?<type>\\s*[A-Za-z])=(?<value>[^\\r\\n]*)");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern CRYPTO = Pattern.compile("(?<=inline:)[^|\\s;]+");

    /** Values that mean nothing beyond the session. */
    private static final Set<String> SECRETS = Set.of(
            "ice-ufrag",
            "ice-pwd",
            "fingerprint",
            "zrtp-hash",
            "key-mgmt",
            "identity",
            "msid",
            "msid-semantic",
            "ssrc",
            "ssrc-group",
            "crypto",
            "tls-id",
            "dtls-id",
            "cname",
            "X-nat",
            "label",
            "x-google-flag");

    private static final Set<String> HASHES = Set.of("sha-1", "sha-224", "sha-256", "sha-384", "sha-512", "md5", "md2");

    private static final Set<String> PLAIN = Set.of(
            "rtpmap",
            "fmtp",
            "ptime",
            "maxptime",
            "sendrecv",
            "sendonly",
            "recvonly",
            "inactive",
            "rtcp-mux",
            "rtcp-fb",
            "mid",
            "group",
            "setup",
            "connection",
            "extmap",
            "end-of-candidates",
            "ice-options",
            "ice-lite",
            "framerate",
            "framesize",
            "quality",
            "curr",
            "des",
            "conf",
            "silenceSupp",
            "ecan",
            "maxmptime",
            "T38FaxVersion",
            "T38MaxBitRate",
            "T38FaxRateManagement",
            "T38FaxMaxBuffer",
            "T38FaxMaxDatagram",
            "T38FaxUdpEC",
            "T38FaxMaxIFP");

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final FreeText texts;

    SdpRewriter(Pseudonyms pseudonyms, Uris uris, FreeText texts) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.texts = texts;
    }

    String of(String body) {
        return LINE.matcher(body)
                .replaceAll(line -> Matcher.quoteReplacement(
                        line.group("type") + "=" + value(line.group("type").strip(), line.group("value"))));
    }

    private String value(String type, String value) {
        return switch (type) {
            case "o" -> origin(value);
            case "s" -> sessionName(value);
            case "c" -> connection(value);
            case "i" -> pseudonyms.text(value);
            case "u" -> uris.of(value.strip());
            case "e", "p" -> contact(value);
            case "k" -> key(value);
            case "a" -> attribute(value);
            case "m", "t", "r", "z", "b", "v" -> value;
            default -> texts.of(value);
        };
    }

    private String origin(String value) {
        String[] words = value.split("(?<=\\s)|(?=\\s)", -1);
        var out = new StringBuilder();
        int field = 0;
        for (String word : words) {
            boolean blank = word.isBlank();
            if (blank) {
                out.append(word);
            } else {
                boolean user = field == 0 && !word.equals("-");
                out.append(user ? pseudonyms.name(word) : field == 5 ? pseudonyms.host(word) : word);
                field++;
            }
        }
        return out.toString();
    }

    /** Most stacks write their name, or nothing. */
    private String sessionName(String value) {
        boolean common = value.isBlank() || value.strip().equals("-") || Plain.word(value.strip());
        return common ? value : pseudonyms.name(value);
    }

    private String connection(String value) {
        Matcher words = Pattern.compile("(?<type>\\s*\\S+\\s+\\S+\\s+)(?<host>[^\\s/]+)(?<rest>.*)")
                .matcher(value);
        return words.matches()
                ? words.group("type") + pseudonyms.host(words.group("host")) + words.group("rest")
                : texts.of(value);
    }

    private String contact(String value) {
        return WORD.matcher(value)
                .replaceAll(word -> Matcher.quoteReplacement(
                        word.group().indexOf('@') > 0 ? texts.of(word.group()) : pseudonyms.name(word.group())));
    }

    private String key(String value) {
        int colon = value.indexOf(':');
        return colon < 0 ? value : value.substring(0, colon + 1) + pseudonyms.secret(value.substring(colon + 1));
    }

    private String attribute(String value) {
        int colon = value.indexOf(':');
        String name = colon < 0 ? value : value.substring(0, colon);
        if (PLAIN.contains(name.strip()) || (colon < 0 && name.matches("[\\w-]+"))) {
            return value;
        }
        String content = value.substring(colon + 1);
        String before = value.substring(0, colon + 1);
        return before
                + switch (name.strip().toLowerCase(Locale.ROOT)) {
                    case "crypto" -> CRYPTO.matcher(content).replaceAll(key -> secret(key.group()));
                    case "tool" -> texts.software(content);
                    case "rtcp", "candidate", "remote-candidates", "source-filter", "rtpmap" -> words(content);
                    case "path", "msrp-cema" ->
                        WORD.matcher(content).replaceAll(uri -> Matcher.quoteReplacement(uris.of(uri.group())));
                    case String key when SECRETS.contains(key) -> secrets(content);
                    default -> texts.of(content);
                };
    }

    private String words(String content) {
        return WORD.matcher(content).replaceAll(word -> {
            String text = word.group();
            boolean address = IpAddress.of(text).isPresent() || text.matches(".*[A-Za-z-]\\.local");
            return Matcher.quoteReplacement(address ? pseudonyms.host(text) : text);
        });
    }

    private String secrets(String content) {
        return WORD.matcher(content).replaceAll(word -> {
            String text = word.group();
            int colon = text.indexOf(':');
            boolean named = colon > 0 && text.substring(0, colon).matches("cname|msid|mslabel|label");
            boolean plain = HASHES.contains(text.toLowerCase(Locale.ROOT))
                    || text.equals("WMS")
                    || text.equals("*")
                    || text.equals("-")
                    || text.matches("FID|FEC|SIM|FEC-FR|\\d\\.\\d\\d");
            return plain
                    ? text
                    : named ? text.substring(0, colon + 1) + secret(text.substring(colon + 1)) : secret(text);
        });
    }

    private String secret(String text) {
        return Matcher.quoteReplacement(pseudonyms.secret(text));
    }
}
