package org.ringback.diagnosis.evidence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.sip.Sdp;

/** How a stream is encrypted: with keys in the description (RFC 4568), or over DTLS (RFC 5763). */
public final class SecureMedia {

    /** AES_256_CM_HMAC_SHA1_80 (RFC 6188) was AES_CM_256_HMAC_SHA1_80 in its drafts, and many still write it so. */
    private static final Pattern KEY_LENGTH = Pattern.compile("^AES_(?:CM_)?(\\d{3})_(?:CM_)?");

    private static final String[] NO_WORDS = {};

    private SecureMedia() {}

    /** The suites of its {@code a=crypto} lines in order, in capitals. */
    public static List<String> suites(Sdp.Media media) {
        Set<String> suites = new LinkedHashSet<>();
        for (Sdp.Attribute each : media.attributes()) {
            String[] words = each.name().equalsIgnoreCase("crypto")
                    ? each.value().strip().split("\\s+", 3)
                    : NO_WORDS;
            if (words.length >= 2) {
                suites.add(words[1].toUpperCase(Locale.ROOT));
            }
        }
        return List.copyOf(suites);
    }

    /** Whether two lists of suites have one in common, by whichever of its names. */
    public static boolean shared(List<String> some, List<String> others) {
        Set<String> known = others.stream().map(SecureMedia::registered).collect(Collectors.toSet());
        return some.stream().map(SecureMedia::registered).anyMatch(known::contains);
    }

    private static String registered(String suite) {
        return KEY_LENGTH.matcher(suite).replaceFirst("AES_$1_CM_");
    }

    /** The value of an attribute of the stream, else of the session, in small letters. */
    public static Optional<String> attribute(Sdp sdp, Sdp.Media media, String name) {
        return first(media.attributes(), name)
                .or(() -> first(sdp.attributes(), name))
                .map(value -> value.strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> first(List<Sdp.Attribute> attributes, String name) {
        for (Sdp.Attribute each : attributes) {
            if (each.name().equalsIgnoreCase(name)) {
                return Optional.of(each.value());
            }
        }
        return Optional.empty();
    }

    /** Every fingerprint of a description, in small letters: another one means another association (RFC 8842, 3.1). */
    public static Set<String> fingerprints(Sdp sdp) {
        return Stream.concat(
                        sdp.attributes().stream(), sdp.media().stream().flatMap(media -> media.attributes().stream()))
                .filter(each -> each.name().equalsIgnoreCase("fingerprint"))
                .map(each -> each.value().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Whether keys are agreed on over DTLS. */
    public static boolean dtls(Sdp sdp, Sdp.Media media) {
        return Audio.has(media, "fingerprint") || Audio.has(sdp, "fingerprint");
    }
}
