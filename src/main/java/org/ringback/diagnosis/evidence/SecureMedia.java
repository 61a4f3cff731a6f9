package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringback.sip.Sdp;

/** How a stream is encrypted: with keys in the description (RFC 4568), or over DTLS (RFC 5763). */
public final class SecureMedia {

    private SecureMedia() {}

    /** The suites of its {@code a=crypto} lines in order, in capitals. */
    public static List<String> suites(Sdp.Media media) {
        return media.attributes().stream()
                .filter(each -> each.name().equalsIgnoreCase("crypto"))
                .map(each -> each.value().strip().split("\\s+", 3))
                .filter(words -> words.length >= 2)
                .map(words -> words[1].toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The value of an attribute of the stream, else of the session, in small letters. */
    public static Optional<String> attribute(Sdp sdp, Sdp.Media media, String name) {
        return Stream.concat(media.attributes().stream(), sdp.attributes().stream())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .map(each -> each.value().strip().toLowerCase(Locale.ROOT));
    }

    /** Whether keys are agreed on over DTLS. */
    public static boolean dtls(Sdp sdp, Sdp.Media media) {
        return attribute(sdp, media, "fingerprint").isPresent();
    }
}
