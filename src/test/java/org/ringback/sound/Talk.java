package org.ringback.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ringback.sound.codec.Codec;
import org.ringback.sound.codec.Decoders;

/** Writes a stream packet by packet, as a telephone sends it: 20 ms each, of a tone in A-law unless said otherwise. */
final class Talk {

    static final Codec PCMA = new Codec("PCMA", 8000);
    static final Map<Integer, Codec> CODECS = Map.of(
            0, new Codec("PCMU", 8000),
            3, new Codec("GSM", 8000),
            8, PCMA,
            9, new Codec("G722", 8000),
            13, new Codec("CN", 8000),
            18, new Codec("G729", 8000),
            96, new Codec("opus", 48_000, 2),
            101, new Codec("telephone-event", 8000));

    /** All packets of 20 ms have the same samples in them, none of which is zero. */
    static final byte[] FRAME = frame(160);

    private static final int STEP = 20_000;

    private final List<RtpPacket> packets = new ArrayList<>();
    private long sent = 5_000_000;
    private long timestamp = 0xFFFF_FF00L;
    private int sequence = 65_533;
    private long travel;
    private boolean marker = true;

    /** A tone of 400 Hz. */
    static byte[] frame(int samples) {
        byte[] frame = new byte[samples];
        for (int i = 0; i < samples; i++) {
            // Loud, then as loud on the other side, as the bits of A-law have it.
            frame[i] = (byte) (i % 20 < 10 ? 0xA5 : 0x25);
        }
        return frame;
    }

    /** Sends packets one after the other. */
    Talk says(int count) {
        for (int i = 0; i < count; i++) {
            send(8, FRAME, 160);
        }
        return this;
    }

    /** Sends packets that never arrive. */
    Talk loses(int count) {
        pass(count);
        sequence += count;
        return this;
    }

    /** Sends packets that arrive so many milliseconds after the others. */
    Talk delays(int count, int millis) {
        travel = 1000L * millis;
        says(count);
        travel = 0;
        return this;
    }

    /** Sends nothing for so many packets, and marks the next. */
    Talk isSilent(int count) {
        pass(count);
        marker = true;
        return this;
    }

    /** The next packet is not marked, whatever was before. */
    Talk unmarked() {
        marker = false;
        return this;
    }

    Talk send(int payloadType, byte[] payload, int ticks) {
        packets.add(new RtpPacket(sent + travel, timestamp, sequence, marker, payloadType, payload));
        sequence++;
        timestamp += ticks;
        sent += 1000L * ticks / 8;
        marker = false;
        return this;
    }

    /** Time goes on by so many packets. */
    Talk pass(int count) {
        timestamp += 160L * count;
        sent += (long) STEP * count;
        return this;
    }

    /** From here on timestamps are others. */
    Talk leaps(long ticks) {
        timestamp += ticks;
        return this;
    }

    Talk repeatsTheLast() {
        packets.add(packets.getLast());
        return this;
    }

    /** Brings packets into the order in which they arrive. */
    List<RtpPacket> packets() {
        List<RtpPacket> arrived = new ArrayList<>(packets);
        arrived.sort((one, other) -> Long.compare(one.arrival(), other.arrival()));
        return arrived;
    }

    Schedule plan() {
        return plan(60);
    }

    Schedule plan(int delay) {
        return new Playout(CODECS, Duration.ofMillis(delay)).plan(packets());
    }

    /** All that is heard, from the beginning. */
    static short[] heard(Schedule schedule, int rate) {
        return all(schedule.read(rate, 0));
    }

    static short[] all(Sound sound) {
        short[] all = new short[1024];
        short[] piece = new short[777 * sound.channels()];
        int length = 0;
        for (int count = sound.read(piece); count > 0; count = sound.read(piece)) {
            all = length + count > all.length ? Arrays.copyOf(all, 2 * (length + count)) : all;
            System.arraycopy(piece, 0, all, length, count);
            length += count;
        }
        return Arrays.copyOf(all, length);
    }

    /** What is heard of so many packets in a row. */
    static short[] repeated(int frames) {
        short[] tone = Decoders.of(PCMA).orElseThrow().decode(FRAME).orElseThrow();
        short[] all = new short[frames * 160];
        for (int i = 0; i < frames; i++) {
            System.arraycopy(tone, 0, all, i * 160, 160);
        }
        return all;
    }

    /** How loud a part is where it is loudest. */
    static int loudest(short[] samples, int from, int count) {
        int loudest = 0;
        for (int i = from; i < from + count; i++) {
            loudest = Math.max(loudest, Math.abs(samples[i]));
        }
        return loudest;
    }
}
