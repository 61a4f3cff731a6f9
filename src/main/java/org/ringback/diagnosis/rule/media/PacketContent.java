package org.ringback.diagnosis.rule.media;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ringback.media.MediaStream;
import org.ringback.sip.Sdp;

/**
 * How much time of sound the packets of a stream hold. That their timestamps go on by so much proves little: where silence is not
 * sent they step over it, and some count by the wrong clock. So what else tells of it has to agree.
 *
 * @param millis of sound in a packet
 * @param measured whether the length of the packets says the same, and not only the time between them
 */
record PacketContent(int millis, boolean measured) {

    /** The bytes of a millisecond, of codecs for which it is always the same (RFC 3551, 4.5; RFC 3952, 3). */
    private static final Map<String, Double> BYTES = Map.ofEntries(
            Map.entry("PCMU", 8.0),
            Map.entry("PCMA", 8.0),
            Map.entry("G722", 8.0),
            Map.entry("G729", 1.0),
            Map.entry("G729A", 1.0),
            Map.entry("GSM", 1.65),
            Map.entry("ILBC", 1.75),
            Map.entry("G726-40", 5.0),
            Map.entry("G726-32", 4.0),
            Map.entry("G726-24", 3.0),
            Map.entry("G726-16", 2.0));

    private static final double TOLERANCE = 0.2;

    /** What is shorter, encrypted or not, may say only that there is silence. */
    private static final double SURELY_SOUND = 24;

    private static final int LONGEST = 1000;

    /** Nothing where it is not known, or where timestamps, lengths and times do not agree. */
    static Optional<PacketContent> of(MediaStream stream, Sdp.Format format) {
        long ticks = stream.pace().packetTicks();
        if (format.rate() <= 0 || ticks <= 0) {
            return Optional.empty();
        }
        double millis = 1000.0 * ticks / format.rate();
        double length = (double) stream.bytes() / stream.packets();
        Double each = BYTES.get(format.encoding().toUpperCase(Locale.ROOT));
        boolean agrees =
                each == null ? length > SURELY_SOUND && near(spacing(stream), millis) : near(length / each, millis);
        return agrees && millis <= LONGEST
                ? Optional.of(new PacketContent((int) Math.round(millis), each != null))
                : Optional.empty();
    }

    /** From one packet to the next, lost ones counted, in milliseconds; 0 if not known. */
    private static double spacing(MediaStream stream) {
        long steps = stream.loss().expected() - 1;
        return steps <= 0 || stream.loss().restarts() > 0 ? 0 : stream.length() / 1000.0 / steps;
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE * other;
    }
}
