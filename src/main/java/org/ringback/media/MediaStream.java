package org.ringback.media;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/**
 * The RTP packets that one synchronization source sent from one endpoint to another (RFC 3550), as they were seen at one capture
 * point. Spans are in microseconds.
 *
 * @param file index of the file in the order given
 * @param ssrc the synchronization source, as an unsigned number
 * @param packets how many were captured, duplicates included
 * @param bytes of their payloads
 * @param copies how often packets stand in the capture again because they were captured twice; they are not counted otherwise
 * @param payloads what they carried, in order of its first packet; of very many types the first few
 * @param transport UDP, or TCP if its packets are framed in a connection (RFC 4571)
 * @param longHoles the first {@value #HOLES} places in which many packets in a row are missing
 * @param dscp the differentiated services code point of the first packet (RFC 2474)
 * @param constant how many packets of speech carried one value again and again: digital silence
 * @param keys that were pressed, if its dynamic payload types mean that
 * @param timeline how it went over time
 * @param reports what the receiver, or another one, reported of it by RTCP
 * @param goodbye with which its sender left, if it said so
 * @param drift of its sender's clock, where the stream is long and even enough to tell
 * @param leaps of its timestamps in the middle of speech
 */
public record MediaStream(
        int file,
        Endpoint source,
        Endpoint destination,
        long ssrc,
        Moment first,
        Moment last,
        long packets,
        long bytes,
        long copies,
        Loss loss,
        Pace pace,
        List<Payload> payloads,
        Optional<Pause> longestPause,
        Transport transport,
        List<Hole> longHoles,
        int dscp,
        long constant,
        List<KeyPress> keys,
        Timeline timeline,
        List<ReceiverReport> reports,
        Optional<Goodbye> goodbye,
        Optional<Drift> drift,
        Optional<Leaps> leaps) {

    /** So many are enough to compare streams, and a hostile file may have more. */
    public static final int HOLES = 16;

    private static final Set<Integer> OCTET_A_TICK = Set.of(0, 8, 9);

    public MediaStream {
        longHoles = List.copyOf(longHoles);
        payloads = List.copyOf(payloads);
        keys = List.copyOf(keys);
        reports = List.copyOf(reports);
    }

    /**
     * What did not come, or not as it was sent.
     *
     * @param expected how many sequence numbers lie between the first and the last one
     * @param lost how many of them were not captured
     * @param holes in how many places
     * @param longestHole in packets
     * @param late were overtaken by others
     * @param restarts how often the sequence numbers began anew
     */
    public record Loss(
            long expected, long lost, long holes, long longestHole, long duplicates, long late, long restarts) {

        /** The share that was lost, from 0 to 1. */
        public double share() {
            return expected == 0 ? 0 : (double) lost / expected;
        }
    }

    /**
     * When packets came.
     *
     * @param clockRate ticks of the timestamps per second, of the payload type that most packets of speech have; 0 if it is not known, and then nothing is known of jitter
     * @param assigned whether the payload type says the rate, and it was not worked out from the timestamps
     * @param meanJitter the mean of the interarrival jitter of RFC 3550, in microseconds
     * @param highestJitter in microseconds
     * @param longestDelta between two packets that follow each other within speech
     * @param packetTicks by how much its timestamps go on from packet to packet where no silence lies between; 0 if not known
     */
    public record Pace(
            int clockRate,
            boolean assigned,
            double meanJitter,
            double highestJitter,
            long longestDelta,
            long packetTicks) {

        /** How much time a packet holds, in milliseconds; 0 if not known. */
        public int packetTime() {
            return clockRate == 0 ? 0 : (int) Math.round(1000.0 * packetTicks / clockRate);
        }
    }

    /**
     * What was carried under a payload type, from its first to its last packet.
     *
     * @param speech how many packets were not about keys, and did not come twice
     * @param lengths of the payloads of these, the most frequent first; of many different ones a few
     * @param ticks by how much its timestamps go on from packet to packet where no silence lies between; 0 if not known
     */
    public record Payload(
            int type, long packets, Moment first, Moment last, long speech, List<Length> lengths, long ticks) {

        public Payload {
            lengths = List.copyOf(lengths);
        }
    }

    /** So many packets have so many octets of payload. */
    public record Length(int octets, long packets) {}

    /**
     * How the sender's clock and that of the capture drift apart.
     *
     * @param slower by which part the sender's clock is slower: 0.001 is a millisecond in each second; negative if it is faster
     * @param farthest by how much the packets that came soonest miss the line that they make at most, in microseconds
     * @param length of the time that was measured, in microseconds
     * @param swell of the delay, the highest; empty if it only grew or only became less
     */
    public record Drift(double slower, long farthest, long length, Optional<Swell> swell) {

        /** By how much they have drifted apart in that time, in microseconds. */
        public long apart() {
            return Math.round(Math.abs(slower) * length);
        }
    }

    /**
     * Even the packets that came soonest came later for a while than before and after.
     *
     * @param most by how much later, in microseconds
     * @param length for how long by more than half as much, in microseconds
     */
    public record Swell(long most, long length) {}

    /**
     * Timestamps that leap although the numbers go on and no time has passed.
     *
     * @param times how often
     * @param farthest of the leaps, in microseconds; negative if it leads back
     * @param before the last packet before it
     * @param after the first one after it
     */
    public record Leaps(int times, long farthest, Moment before, Moment after) {

        private Leaps by(LongUnaryOperator clock) {
            return new Leaps(times, farthest, before.by(clock), after.by(clock));
        }
    }

    /**
     * No packet came for a while, and none is missing: the sender was silent.
     *
     * @param before the last packet before it
     * @param after the first one after it
     */
    public record Pause(Moment before, Moment after) {

        /** In microseconds. */
        public long length() {
            return after.time() - before.time();
        }
    }

    /**
     * Packets that are missing in a row, seen by the sequence numbers.
     *
     * @param before the last packet that came before them
     * @param after the next one that came
     * @param packets how many are missing
     */
    public record Hole(Moment before, Moment after, long packets) {

        /** In microseconds. */
        public long length() {
            return after.time() - before.time();
        }
    }

    MediaStream elsewhere(UnaryOperator<Endpoint> endpoints, LongUnaryOperator clock) {
        return new MediaStream(
                file,
                endpoints.apply(source),
                endpoints.apply(destination),
                ssrc,
                first.by(clock),
                last.by(clock),
                packets,
                bytes,
                copies,
                loss,
                pace,
                payloads.stream()
                        .map(payload -> new Payload(
                                payload.type(),
                                payload.packets(),
                                payload.first().by(clock),
                                payload.last().by(clock),
                                payload.speech(),
                                payload.lengths(),
                                payload.ticks()))
                        .toList(),
                longestPause.map(pause ->
                        new Pause(pause.before().by(clock), pause.after().by(clock))),
                transport,
                longHoles.stream()
                        .map(hole ->
                                new Hole(hole.before().by(clock), hole.after().by(clock), hole.packets()))
                        .toList(),
                dscp,
                constant,
                List.of(),
                new Timeline(),
                reports.stream()
                        .map(report -> report.elsewhere(endpoints, clock))
                        .toList(),
                goodbye.map(said -> new Goodbye(said.packet().by(clock), "")),
                drift,
                leaps.map(leap -> leap.by(clock)));
    }

    /** How long it lasted, in microseconds. */
    public long length() {
        return Math.max(0, last.time() - first.time());
    }

    /** The payload type that most packets have. */
    public int mainPayload() {
        return payloads.stream()
                .max((one, other) -> Long.compare(one.packets(), other.packets()))
                .map(Payload::type)
                .orElse(-1);
    }

    /**
     * How many octets a packet holds on average beside one for each tick of its timestamp: the tag of SRTP, if there are some (RFC
     * 3711, 3.1). Known only of codecs with one octet for each tick, which are G.711 and G.722 (RFC 3551, 4.5).
     */
    public OptionalDouble beyondSamples() {
        return payloads.size() == 1 && OCTET_A_TICK.contains(mainPayload()) && packets > 0 && pace.packetTicks() > 0
                ? OptionalDouble.of((double) bytes / packets - pace.packetTicks())
                : OptionalDouble.empty();
    }
}
