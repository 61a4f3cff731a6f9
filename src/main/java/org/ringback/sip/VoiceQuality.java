package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a telephone or gateway measured of a call and tells a collector in the body of a PUBLISH or NOTIFY, of the type
 * {@code application/vq-rtcpxr} (RFC 6035, section 4.6). What it leaves out is empty. Spans are in milliseconds.
 *
 * @param kind when it was sent
 * @param callId of the call that it is about, which is mostly not the one of the message
 * @param measurer the party that measured ({@code LocalID}), as it stands there
 * @param at where that party received the sound
 * @param other whom it talked to ({@code RemoteID})
 * @param local what it measured of the sound that it received
 * @param remote what the other one told it of the sound in the other direction
 */
public record VoiceQuality(
        Kind kind,
        String callId,
        String measurer,
        Optional<Place> at,
        String other,
        Optional<Measured> local,
        Optional<Measured> remote) {

    private static final String TYPE = "application/vq-rtcpxr";

    /** When a report was sent. */
    public enum Kind {
        /** At the end of the call, over all of it. */
        SESSION,
        /** In between. */
        INTERVAL,
        /** When a threshold was passed. */
        ALERT
    }

    /** Where somebody receives sound. */
    public record Place(String host, int port) {}

    /**
     * Times in which many packets were lost or discarded, or those between them.
     *
     * @param density the share of packets that were lost or discarded in them, from 0 to 1
     * @param length how long one is on average
     */
    public record Period(double density, int length) {}

    /**
     * What was measured of one direction. An R factor goes from 0 to 120, an opinion from 1 to 5; those of listening leave the
     * delay out.
     *
     * @param codec as it stands there, or empty
     * @param lost share of packets that the network lost, from 0 to 1
     * @param discarded share that came too late or too early to be played
     * @param jitter between arrivals, as RFC 3550 has it
     * @param roundTrip between the two that talk
     * @param endSystem what the device itself adds
     * @param oneWay from mouth to ear, if the device knows it
     */
    public record Measured(
            String codec,
            OptionalDouble lost,
            OptionalDouble discarded,
            Optional<Period> bursts,
            Optional<Period> gaps,
            OptionalInt jitter,
            OptionalInt roundTrip,
            OptionalInt endSystem,
            OptionalInt oneWay,
            OptionalInt rListening,
            OptionalInt rConversational,
            OptionalDouble mosListening,
            OptionalDouble mosConversational) {

        /** Whether it tells nothing that anybody could judge by. */
        public boolean empty() {
            return lost.isEmpty()
                    && discarded.isEmpty()
                    && jitter.isEmpty()
                    && rListening.isEmpty()
                    && rConversational.isEmpty()
                    && mosListening.isEmpty()
                    && mosConversational.isEmpty();
        }
    }

    /** The report that a message carries, if it carries one that names its call. */
    public static Optional<VoiceQuality> in(MemorySegment message) {
        var headers = new HeaderLookup(message);
        boolean one = headers.first("Content-Type", "c")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(TYPE))
                .isPresent();
        return one ? parse(headers.body()) : Optional.empty();
    }

    /** Reads any text. */
    static Optional<VoiceQuality> parse(String body) {
        return new VoiceQualityReader().read(body);
    }
}
