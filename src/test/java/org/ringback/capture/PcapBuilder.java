package org.ringback.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A classic capture file. Packets without a time are one millisecond apart. */
final class PcapBuilder {

    static final long BEGIN = 1_700_000_000_000_000L;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ByteOrder order;
    private final boolean nanoseconds;
    private long time = BEGIN;

    PcapBuilder(int linkType) {
        this(linkType, ByteOrder.LITTLE_ENDIAN, false);
    }

    PcapBuilder(int linkType, ByteOrder order, boolean nanoseconds) {
        this.order = order;
        this.nanoseconds = nanoseconds;
        file.writeBytes(ByteBuffer.allocate(24)
                .order(order)
                .putInt(nanoseconds ? 0xA1B23C4D : 0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(linkType)
                .array());
    }

    static PcapBuilder ethernet(byte[]... packets) {
        var file = new PcapBuilder(1);
        for (byte[] packet : packets) {
            file.add(packet);
        }
        return file;
    }

    PcapBuilder add(byte[] packet) {
        time += 1000;
        return add(time, packet);
    }

    PcapBuilder add(long micros, byte[] packet) {
        return add(micros, packet, packet.length, packet.length);
    }

    PcapBuilder add(long micros, byte[] packet, long captured, long sent) {
        time = micros;
        long fraction = micros % 1_000_000;
        file.writeBytes(ByteBuffer.allocate(16)
                .order(order)
                .putInt((int) (micros / 1_000_000))
                .putInt((int) (nanoseconds ? fraction * 1000 : fraction))
                .putInt((int) captured)
                .putInt((int) sent)
                .array());
        file.writeBytes(packet);
        return this;
    }

    PcapBuilder later(long micros) {
        time += micros;
        return this;
    }

    byte[] bytes() {
        return file.toByteArray();
    }
}
