package org.ringback.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringback.sound.codec.Codec;
import org.ringback.sound.codec.Decoder;
import org.ringback.sound.codec.Decoders;

/**
 * Plays a stream as a telephone does: each packet waits a while in a jitter buffer, and what comes later than that is dropped. It
 * plans only; sound is made while a {@link Schedule} is read, so that a long call costs no memory for it.
 */
public final class Playout {

    /** How long packets usually wait before they are heard. */
    public static final Duration USUAL_DELAY = Duration.ofMillis(60);

    /** No playout is longer; whatever hostile packets say, there is no more than this to be drawn, heard or written. */
    public static final Duration LONGEST = Duration.ofHours(4);

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);

    /** How long a packet is taken to be that cannot be decoded. */
    private static final long UNREADABLE_LENGTH = Ticks.ofMillis(20);

    private static final int FASTEST_CLOCK = 192_000;

    private final Map<Integer, Codec> codecs;
    private final long delay;
    private final Map<Codec, Optional<Decoder>> decoders = new HashMap<>();
    private final Set<Codec> undecodable = new LinkedHashSet<>();

    /**
     * For one stream.
     *
     * @param codecs what its payload types stand for; packets of others are not heard
     * @param delay how long a packet waits before it is heard, up to two seconds
     */
    public Playout(Map<Integer, Codec> codecs, Duration delay) {
        this.codecs = Map.copyOf(codecs);
        Duration positive = delay.isNegative() ? Duration.ZERO : delay;
        Duration bounded = positive.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : positive;
        this.delay = Ticks.ofMillis(bounded.toMillis());
    }

    /** Says when which packet is heard. The packets come in the order of their arrival. */
    public Schedule plan(List<RtpPacket> packets) {
        if (packets.isEmpty()) {
            return new Schedule(0, new Gaps(new SequenceCounter()), Set.of(), 0, false);
        }
        long first = packets.getFirst().arrival();
        long longest = Ticks.ofMillis(LONGEST.toMillis());
        var anchor = new Anchor(delay);
        var counter = new SequenceCounter();
        List<Slot> slots = new ArrayList<>();
        long end = 0;
        long duplicates = 0;
        boolean cut = false;
        for (RtpPacket packet : packets) {
            long number = counter.next(packet.sequence());
            Codec codec = codecs.get(packet.payloadType());
            if (number < 0 || codec == null || codec.isNamed("telephone-event")) {
                duplicates += number < 0 ? 1 : 0;
                continue;
            }
            long arrival = arrival(packet, first);
            boolean newest = counter.isHighest(number);
            int clock = Math.clamp(codec.clockRate(), 1, FASTEST_CLOCK);
            long due = anchor.position(packet, clock, arrival, end, newest);
            Slot slot = slot(packet, codec, number, due, anchor.isLate(due, arrival) || due < 0);
            if (slot.end() > longest) {
                cut = true;
                continue;
            }
            slots.add(slot);
            end = slot.kind() == Slot.Kind.LATE ? end : Math.max(end, slot.end());
        }
        slots.sort(Comparator.comparingLong(Slot::begin).thenComparingLong(Slot::order));
        var gaps = new Gaps(counter);
        gaps.fill(slots);
        return new Schedule(first + Ticks.toMicros(delay), gaps, undecodable, duplicates, cut);
    }

    private static long arrival(RtpPacket packet, long first) {
        if (packet.arrival() <= first) {
            return 0;
        }
        long after = packet.arrival() - first;
        long most = 2 * LONGEST.toMillis() * 1000;
        return Ticks.ofMicros(after < 0 || after > most ? most : after);
    }

    private Slot slot(RtpPacket packet, Codec codec, long number, long due, boolean late) {
        if (codec.isNamed("CN")) {
            return new Slot(late ? Slot.Kind.LATE : Slot.Kind.NOISE, due, 0, number, packet, codec, 0);
        }
        Optional<Decoder> decoder = decoders.computeIfAbsent(codec, Decoders::of);
        if (decoder.isEmpty()) {
            undecodable.add(codec);
        }
        long length = decoder.map(each -> Ticks.ofSamples(each.length(packet.payload()), each.rate()))
                .orElse(0L);
        Slot.Kind readable = length == 0 ? Slot.Kind.UNREADABLE : Slot.Kind.VOICE;
        long lasting = length == 0 ? UNREADABLE_LENGTH : length;
        return new Slot(late ? Slot.Kind.LATE : readable, due, lasting, number, packet, codec, 0);
    }
}
