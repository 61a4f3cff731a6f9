package org.ringback.pseudonym;

import java.util.Locale;
import java.util.Set;
import org.ringback.capture.wire.IpAddress;

/** Attributes of session descriptions: {@code a=name} or {@code a=name:value}. */
final class SdpAttributes {

    private static final String MARKS = " \t;,=:/[]|(){}\"";
    private static final int LONGEST_NUMBER = 6;
    private static final int LONGEST_PRIORITY = 10;
    private static final int PROFILE = 6;

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
            "tls-id",
            "dtls-id",
            "cname",
            "label",
            "x-google-flag",
            "file-transfer-id",
            "confid",
            "userid",
            "floorid",
            "cs-correlation");

    /** Names within the values of those that stay. */
    private static final Set<String> NAMED = Set.of("cname", "msid", "mslabel", "label");

    private static final Set<String> MEDIA_IDS = Set.of("audio", "video", "data", "application");

    /** Extensions of RTP that browsers name by their addresses. */
    private static final Set<String> EXTENSIONS = Lists.of("""
        http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time http://www.webrtc.org/experiments/rtp-hdrext/playout-delay
        http://www.webrtc.org/experiments/rtp-hdrext/video-content-type http://www.webrtc.org/experiments/rtp-hdrext/video-timing
        http://www.webrtc.org/experiments/rtp-hdrext/color-space http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time
        http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01
        http://www.webrtc.org/experiments/rtp-hdrext/transport-wide-cc-02
        """);

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final FreeText texts;
    private final Names names;

    SdpAttributes(Pseudonyms pseudonyms, Uris uris, FreeText texts) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.texts = texts;
        this.names = new Names(pseudonyms);
    }

    String of(String value) {
        int colon = value.indexOf(':');
        String name = colon < 0 ? value : value.substring(0, colon);
        String written = names.of(name, SdpWords.ATTRIBUTES);
        return colon < 0
                ? written
                : written + ":" + content(name.strip().toLowerCase(Locale.ROOT), value.substring(colon + 1));
    }

    private String content(String name, String content) {
        return switch (name) {
            case "crypto" -> crypto(content);
            case "fmtp" -> Cuts.each(content, " \t;", this::format);
            case "tool" -> texts.software(content);
            case "candidate" -> candidate(content);
            case "path", "msrp-cema" -> Cuts.each(content, " \t", uris::of);
            case "mid", "group", "remote-candidates" -> Cuts.each(content, " \t", this::member);
            case "extmap" -> Cuts.each(content, " \t", this::extension);
            case "file-selector", "file-disposition", "file-date", "file-icon", "cat", "keywds" ->
                texts.unknown(content);
            case String key when SECRETS.contains(key) -> Cuts.each(content, " \t", this::secret);
            case String key when SdpWords.ATTRIBUTES.contains(key) -> Cuts.each(content, MARKS, this::word);
            default -> texts.unknown(content);
        };
    }

    /** One setting of a codec; of one that nobody knows the value is replaced. */
    private String format(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? "" : pair.substring(0, equals).toLowerCase(Locale.ROOT);
        String value = pair.substring(equals + 1);
        if (equals < 0) {
            return Cuts.each(pair, ",/:", this::word);
        }
        if (!SdpWords.ALL.contains(name)) {
            return names.of(pair.substring(0, equals), SdpWords.ALL) + "=" + texts.unknown(value);
        }
        boolean profile = name.equals("profile-level-id") && value.length() == PROFILE && Runs.hex(value);
        return pair.substring(0, equals + 1) + (profile ? value : Cuts.each(value, MARKS, this::word));
    }

    /** Known words, numbers that count something, and addresses; anything else is replaced. */
    private String word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (SdpWords.ALL.contains(lower) || Tokens.known(lower) || counts(word)) {
            return word;
        }
        if (IpAddress.of(word).isPresent() || word.indexOf('.') > 0) {
            return pseudonyms.host(word);
        }
        return word.length() > LONGEST_PRIORITY ? pseudonyms.secret(word) : names.of(word, SdpWords.ALL);
    }

    /** A number or a range of them. */
    private static boolean counts(String word) {
        int dash = word.indexOf('-', 1);
        String first = dash < 0 ? word : word.substring(0, dash);
        boolean number = Tokens.small(first.startsWith("-") ? first.substring(1) : first, LONGEST_NUMBER);
        return number && (dash < 0 || Tokens.small(word.substring(dash + 1), LONGEST_NUMBER));
    }

    /** A tag, a suite, keys with their lifetimes, and parameters (RFC 4568, 9.1). */
    private String crypto(String content) {
        String[] before = {"", ""};
        var out = new StringBuilder();
        for (String word : content.split("(?<=[\\s:|;])|(?=[\\s:|;])", -1)) {
            boolean key = before[1].equals(":") && before[0].equalsIgnoreCase("inline") && !word.isBlank();
            out.append(key ? pseudonyms.secret(word) : Cuts.each(word, MARKS, this::suite));
            before[0] = before[1];
            before[1] = word;
        }
        return out.toString();
    }

    private String suite(String word) {
        return word.equals("^") || (word.startsWith("2^") && Tokens.small(word.substring(2), 2)) ? word : word(word);
    }

    /** Foundation, component, transport, priority, address, port, and pairs of names and values (RFC 8839, 5.1). */
    private String candidate(String content) {
        int[] field = {0};
        String[] name = {""};
        return Cuts.each(content, " \t", word -> {
            String before = name[0];
            name[0] = word.toLowerCase(Locale.ROOT);
            return switch (field[0]++) {
                case 0 -> Tokens.small(word, 1) ? word : pseudonyms.identifier(word);
                case 3 -> Tokens.small(word, LONGEST_PRIORITY) ? word : word(word);
                case 4 -> pseudonyms.host(word);
                default ->
                    switch (before) {
                        case "raddr" -> pseudonyms.host(word);
                        case "ufrag" -> pseudonyms.secret(word);
                        default -> word(word);
                    };
            };
        });
    }

    private String member(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean known = MEDIA_IDS.contains(lower) || SdpWords.ALL.contains(lower) || Tokens.small(word, 2);
        if (known) {
            return word;
        }
        boolean address = IpAddress.of(word).isPresent() || word.endsWith(".local");
        return address ? pseudonyms.host(word) : Tokens.small(word, 5) ? word : pseudonyms.identifier(word);
    }

    private String extension(String word) {
        return EXTENSIONS.contains(word) || word.indexOf(':') < 0
                ? Cuts.each(word, "/", part -> EXTENSIONS.contains(word) ? part : word(part))
                : uris.of(word);
    }

    private String secret(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int colon = word.indexOf(':');
        boolean named = colon > 0 && NAMED.contains(lower.substring(0, colon));
        boolean plain = SdpWords.ALL.contains(lower) || (Tokens.small(word, 3) && word.indexOf('.') > 0);
        return plain ? word : named ? word.substring(0, colon + 1) + value(word.substring(colon + 1)) : value(word);
    }

    private String value(String word) {
        return word.isEmpty() || word.equals("-") || word.equals("*") ? word : pseudonyms.secret(word);
    }
}
