package org.ringback.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** Somebody who sends RTP, as one reads it: {@code talker.packets(500).loses(3).packets(100).pauses(2_000_000)}. */
public final class Talker {

    private final Datagrams datagrams;
    private final Endpoint source;
    private final Endpoint destination;
    private final SplittableRandom random = new SplittableRandom(3550);
    private int ssrc;
    private int type;
    private int ticks = 160;
    private int size = 160;
    private int fill = -1;
    private int clock = 8000;
    private int sequence = 1000;
    private int timestamp = 7000;
    private long now;
    private boolean marker;
    private double slower;

    public Talker(Datagrams datagrams, Endpoint source, Endpoint destination, long begin) {
        this.datagrams = datagrams;
        this.source = source;
        this.destination = destination;
        ssrc = 31 * source.hashCode() + destination.hashCode();
        now = begin;
    }

    public Talker ssrc(int value) {
        ssrc = value;
        return this;
    }

    /** The payload type of what follows, G.711 if nobody says otherwise. */
    public Talker type(int value) {
        type = value;
        return this;
    }

    /** How long a packet is, in ticks of a clock. */
    public Talker ticks(int each, int perSecond) {
        ticks = each;
        clock = perSecond;
        return this;
    }

    /** The clock of the sender runs slower than it says, by a part of the whole. */
    public Talker slower(double part) {
        slower = part;
        return this;
    }

    /** How many bytes a payload has. */
    public Talker size(int bytes) {
        size = bytes;
        return this;
    }

    /** All bytes have one value. */
    public Talker silent(int value) {
        fill = value;
        return this;
    }

    public Talker sequence(int number) {
        sequence = number;
        return this;
    }

    public Talker at(long time) {
        now = time;
        return this;
    }

    public Talker timeless() {
        now = Captured.NO_TIME;
        return this;
    }

    /** In a connection instead of datagrams (RFC 4571). */
    public Talker overTcp() {
        datagrams.over(Transport.TCP);
        return this;
    }

    public Talker packets(int number) {
        for (int i = 0; i < number; i++) {
            packet(0);
        }
        return this;
    }

    /** One packet that comes later than it should. */
    public Talker packet(long late) {
        send(now == Captured.NO_TIME ? now : now + late, payload());
        return passes(1);
    }

    /** Packets that are sent and never come. */
    public Talker loses(int number) {
        return passes(number);
    }

    private Talker passes(int number) {
        sequence += number;
        timestamp += number * ticks;
        now += now == Captured.NO_TIME ? 0 : number * span();
        return this;
    }

    /** Time in which nothing is sent, as with silence suppression. */
    public Talker pauses(long micros) {
        now += micros;
        timestamp += (int) (micros * clock / 1_000_000);
        marker = true;
        return this;
    }

    /** What follows has other numbers and timestamps, as if somebody else went on under the same name. */
    public Talker beginsAnew(int numbers, int stamps) {
        sequence += numbers;
        timestamp += stamps;
        marker = true;
        return this;
    }

    /** Timestamps go on from elsewhere, and nothing says so. */
    public Talker leaps(int stamps) {
        timestamp += stamps;
        return this;
    }

    /** Time in which packets stay away and nobody says why. */
    public Talker hesitates(long micros) {
        now += micros;
        return this;
    }

    /** A key as an event of {@code type} that lasts so many packets, with its end three times if it has one. */
    public Talker key(int event, int events, int number, boolean ends) {
        int begin = timestamp;
        for (int i = 1; i <= number; i++) {
            event(events, begin, event, false, i * ticks);
        }
        for (int i = 0; ends && i < 3; i++) {
            event(events, begin, event, true, (number + 1) * ticks);
        }
        return this;
    }

    /** One packet about a key. */
    public Talker event(int events, int begin, int event, boolean end, int duration) {
        int speech = type;
        int stamp = timestamp;
        type = events;
        timestamp = begin;
        send(now, new byte[] {(byte) event, (byte) (end ? 0x8A : 0x0A), (byte) (duration >>> 8), (byte) duration});
        type = speech;
        timestamp = stamp;
        return passes(1);
    }

    int timestamp() {
        return timestamp;
    }

    public long now() {
        return now;
    }

    private long span() {
        return Math.round((1 + slower) * 1_000_000L * ticks / clock);
    }

    private byte[] payload() {
        byte[] payload = new byte[size];
        random.nextBytes(payload);
        if (fill >= 0) {
            Arrays.fill(payload, (byte) fill);
        }
        return payload;
    }

    private void send(long time, byte[] payload) {
        datagrams.send(time, source, destination, rtp(marker, type, sequence, timestamp, ssrc, payload));
        marker = false;
    }

    /** A packet of RTP (RFC 3550, 5.1). */
    static byte[] rtp(boolean marker, int type, int sequence, int timestamp, int ssrc, byte[] payload) {
        return ByteBuffer.allocate(12 + payload.length)
                .put((byte) 0x80)
                .put((byte) (type | (marker ? 0x80 : 0)))
                .putShort((short) sequence)
                .putInt(timestamp)
                .putInt(ssrc)
                .put(payload)
                .array();
    }
}
