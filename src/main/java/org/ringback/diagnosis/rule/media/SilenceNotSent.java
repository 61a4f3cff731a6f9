package org.ringback.diagnosis.rule.media;

import java.util.Locale;
import org.ringback.flow.CallStream;
import org.ringback.media.MediaStream;
import org.ringback.sip.Sdp;

/** What speaks for a sender who only fell silent, where no packets come any more (RFC 3551, 4.1). */
final class SilenceNotSent {

    private static final String COMFORT_NOISE = "CN";

    /** The number that comfort noise had before (RFC 3551, 6). */
    private static final int OLD_COMFORT_NOISE = 19;

    private SilenceNotSent() {}

    /** Whether the last packet of a stream says that silence begins: comfort noise (RFC 3389). */
    static boolean lastSaid(CallStream of) {
        MediaStream stream = of.stream();
        return stream.payloads().stream()
                .filter(payload -> payload.last().frame() == stream.last().frame())
                .anyMatch(payload -> payload.type() == OLD_COMFORT_NOISE
                        || Sdp.encoding(payload.type()).equalsIgnoreCase(COMFORT_NOISE)
                        || of.format(payload.type())
                                .filter(format -> format.encoding().equalsIgnoreCase(COMFORT_NOISE))
                                .isPresent());
    }

    /** Whether the receiver takes comfort noise, which with G.729 is so where nobody says otherwise (RFC 4856, 2.1.9). */
    static boolean agreed(CallStream of) {
        boolean noise = of.receiver().stream()
                .flatMap(receiver -> receiver.media().formats().stream())
                .anyMatch(format -> format.encoding().equalsIgnoreCase(COMFORT_NOISE));
        return noise
                || of.format(of.stream().mainPayload())
                        .filter(format -> format.encoding().equalsIgnoreCase("G729")
                                && !format.parameters()
                                        .toLowerCase(Locale.ROOT)
                                        .replace(" ", "")
                                        .contains("annexb=no"))
                        .isPresent();
    }
}
