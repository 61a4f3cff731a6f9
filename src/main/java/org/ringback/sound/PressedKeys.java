package org.ringback.sound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts keys together from packets of {@code telephone-event}: all that tell of one press have the timestamp of its beginning
 * (RFC 4733, section 2.5.1.2); a press that is too long for the field goes on under another (section 2.5.1.3).
 */
public final class PressedKeys {

    private static final int LONGEST_SEGMENT = 0xFFFF;
    private static final long ROUND = 1L << 32;

    /** Packets of one press that come further apart than this are of two, in microseconds: timestamps begin anew. */
    private static final long FARTHEST_APART = 10_000_000;

    private final Map<Segment, Press> presses = new LinkedHashMap<>();

    private PressedKeys() {}

    /**
     * The keys of one stream, in the order in which they were first heard of.
     *
     * @param payloadType that of {@code telephone-event} in this stream; packets of others are left out
     * @param clockRate ticks of its timestamps in a second; 8000 if it makes no sense
     */
    public static List<PressedKey> of(List<RtpPacket> packets, int payloadType, int clockRate) {
        var keys = new PressedKeys();
        for (RtpPacket packet : packets) {
            if (packet.payloadType() == payloadType) {
                TelephoneEvent.of(packet.payload()).ifPresent(event -> keys.take(packet, event));
            }
        }
        int clock = clockRate > 0 ? clockRate : 8000;
        return keys.presses.values().stream()
                .distinct()
                .map(press -> press.key(clock))
                .toList();
    }

    private void take(RtpPacket packet, TelephoneEvent event) {
        var segment = new Segment(event.event(), packet.timestamp());
        Press press = presses.get(segment);
        if (press == null || packet.arrival() - press.last > FARTHEST_APART) {
            press = continued(segment, packet);
            presses.put(segment, press);
        }
        press.take(packet, event);
    }

    /** The press whose segment was full where this one begins, or another. */
    private Press continued(Segment segment, RtpPacket packet) {
        var before = new Segment(segment.event, (segment.timestamp - LONGEST_SEGMENT + ROUND) % ROUND);
        Press full = presses.get(before);
        if (full != null && full.isFull() && packet.arrival() - full.last <= FARTHEST_APART) {
            full.goOn();
            return full;
        }
        return new Press(segment.event, packet.arrival());
    }

    private record Segment(int event, long timestamp) {}

    private static final class Press {

        private final int event;
        private final long begin;
        private final List<Integer> fullSegments = new ArrayList<>();
        private long last;
        private int duration;
        private int packets;
        private boolean endSeen;

        Press(int event, long begin) {
            this.event = event;
            this.begin = begin;
            this.last = begin;
        }

        void take(RtpPacket packet, TelephoneEvent told) {
            last = Math.max(last, packet.arrival());
            packets++;
            endSeen |= told.end();
            duration = Math.max(duration, told.duration());
        }

        boolean isFull() {
            return duration == LONGEST_SEGMENT && !endSeen;
        }

        void goOn() {
            fullSegments.add(duration);
            duration = 0;
        }

        PressedKey key(int clock) {
            long ticks = duration + (long) LONGEST_SEGMENT * fullSegments.size();
            return new PressedKey(event, begin, ticks * 1000 / clock, packets, endSeen);
        }
    }
}
