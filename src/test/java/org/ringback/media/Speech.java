package org.ringback.media;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.function.IntPredicate;
import org.ringback.capture.payload.Packet;

/** Streams of RTP as one hears them: {@code speech.from("192.0.2.1", 4000).to("192.0.2.2", 5000).lasts(200)}. */
public final class Speech {

    private static final int HEADER = 12;
    private static final int PAYLOAD = 160;

    /** A packet holds 20 ms of PCMU, which is one octet for each tick. */
    private static final long MICROS = 20_000;

    private final MediaWitness witness = new MediaWitness(0, 0);
    private long now;
    private long frame = 1000;
    private int ssrc;
    private String source;
    private int sourcePort;
    private String destination;
    private int destinationPort;
    private IntPredicate captured = _ -> true;

    /** @param start of the first stream, in microseconds since 1970 */
    public Speech(long start) {
        now = start;
    }

    public Speech from(String host, int port) {
        source = host;
        sourcePort = port;
        return this;
    }

    public Speech to(String host, int port) {
        destination = host;
        destinationPort = port;
        return this;
    }

    /** The next stream begins at another time. */
    public Speech at(long time) {
        now = time;
        return this;
    }

    /** Only these packets of the next stream arrive, counted from 0. */
    public Speech arriving(IntPredicate which) {
        captured = which;
        return this;
    }

    /** Somebody speaks for so many packets; the next one who does begins at the same time. */
    public Speech lasts(int packets) {
        ssrc++;
        for (int number = 0; number < packets; number++) {
            if (captured.test(number)) {
                packet(number, now + number * MICROS);
            }
        }
        captured = _ -> true;
        return this;
    }

    /** A packet of the stream before, at whatever time. */
    public Speech late(int number, long time) {
        packet(number, time);
        return this;
    }

    private void packet(int number, long time) {
        var octets = ByteBuffer.allocate(HEADER + PAYLOAD);
        octets.put((byte) 0x80).put((byte) 0);
        octets.putShort((short) number).putInt(number * PAYLOAD).putInt(ssrc);
        for (int at = 0; at < PAYLOAD; at++) {
            octets.put((byte) (number * 31 + at * 7));
        }
        var packet = new Packet();
        packet.bytes = MemorySegment.ofArray(octets.array());
        packet.time = time;
        packet.frame = frame++;
        packet.addresses.sourceLow = address(source);
        packet.addresses.sourcePort = sourcePort;
        packet.addresses.destinationLow = address(destination);
        packet.addresses.destinationPort = destinationPort;
        witness.datagram(packet, 0, packet.bytes.byteSize());
    }

    private static long address(String host) {
        long number = 0;
        for (String part : host.split("\\.", 4)) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    /** What was captured of all of them. */
    public MediaSeen seen() {
        return witness.seen();
    }
}
