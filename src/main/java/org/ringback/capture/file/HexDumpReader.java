package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.packet.Layers;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.text.DumpedPackets;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Captured.Counted;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.sip.MessageFramer;

/**
 * Reads packets out of a hex dump, or messages, for people dump those too. A dump does not say with which layer its packets
 * begin; that is seen by where IP follows.
 */
public final class HexDumpReader implements RecordReader {

    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int RAW_IP = 101;
    private static final int LINUX_COOKED = 113;
    private static final int LINUX_COOKED_2 = 276;

    private final DumpedPackets dump;
    private final Layers layers;
    private final Output output;
    private final Packet packet = new Packet();
    private long packets;
    private long time = Captured.NO_TIME;

    public HexDumpReader(DumpedPackets dump, Layers layers, Output output) {
        this.dump = dump;
        this.layers = layers;
        this.output = output;
        output.countLines();
    }

    @Override
    public boolean read(long until) {
        while (dump.position() < until) {
            if (!dump.advance()) {
                return false;
            }
            packets++;
            packet(MemorySegment.ofArray(dump.bytes()), dump.length());
        }
        return true;
    }

    private void packet(MemorySegment bytes, int length) {
        packet.bytes = bytes;
        packet.time = dump.time();
        time = packet.time;
        packet.frame = dump.line();
        packet.missing = 0;
        if (MessageFramer.startsMessage(bytes, 0, length)) {
            long end = MessageFramer.endInDatagram(bytes, 0, length);
            byte[] message = new byte[(int) end];
            System.arraycopy(dump.bytes(), 0, message, 0, message.length);
            output.message(new Captured(
                    MemorySegment.ofArray(message).asReadOnly(),
                    packet.time,
                    Endpoint.UNKNOWN,
                    Endpoint.UNKNOWN,
                    Transport.UNKNOWN,
                    0,
                    packet.frame,
                    Counted.LINES));
            return;
        }
        layers.packet(packet, linkType(bytes, length), 0, length);
    }

    private static int linkType(MemorySegment bytes, int length) {
        if (ip(bytes, 0, length)) {
            return RAW_IP;
        }
        if (ip(bytes, 16, length) && Bytes.u16(bytes, 14) >= Layers.IPV4) {
            return LINUX_COOKED;
        }
        if (ip(bytes, 20, length) && Bytes.u16(bytes, 0) >= Layers.IPV4) {
            return LINUX_COOKED_2;
        }
        return ip(bytes, 4, length) && !ip(bytes, 14, length) ? NULL : ETHERNET;
    }

    /** Whether a header of IP is here whose length fits into what follows. */
    private static boolean ip(MemorySegment bytes, int at, int length) {
        if (length - at < 20) {
            return false;
        }
        int version = Bytes.u8(bytes, at) >>> 4;
        int header = (Bytes.u8(bytes, at) & 0xF) * 4;
        int total = Bytes.u16(bytes, at + 2);
        return version == 4
                ? header >= 20 && total >= header && total <= length - at
                : version == 6 && length - at >= 40 && Bytes.u16(bytes, at + 4) <= length - at - 40;
    }

    @Override
    public long time() {
        return time;
    }

    @Override
    public long packets() {
        return packets;
    }

    @Override
    public long position() {
        return dump.position();
    }
}
