package org.ringback.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A pcapng file, block by block. */
final class PcapngBuilder {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    PcapngBuilder section(ByteOrder byteOrder) {
        order = byteOrder;
        return block(
                0x0A0D0D0A,
                numbers(16)
                        .putInt(0x1A2B3C4D)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
    }

    PcapngBuilder section() {
        return section(ByteOrder.LITTLE_ENDIAN);
    }

    /** With an option for the resolution of times, if it is not negative, and one that nobody knows. */
    PcapngBuilder interfaceOf(int linkType, int resolution) {
        ByteBuffer body = numbers(resolution < 0 ? 8 : 28)
                .putShort((short) linkType)
                .putShort((short) 0)
                .putInt(65_535);
        if (resolution >= 0) {
            body.putShort((short) 2988).putShort((short) 3).putInt(0x00FFFFFF);
            body.putShort((short) 9)
                    .putShort((short) 1)
                    .put((byte) resolution)
                    .put(new byte[3])
                    .putInt(0);
        }
        return block(1, body);
    }

    PcapngBuilder interfaceWithOffset(int linkType, long seconds) {
        return block(
                1,
                numbers(24)
                        .putShort((short) linkType)
                        .putShort((short) 0)
                        .putInt(0)
                        .putShort((short) 14)
                        .putShort((short) 8)
                        .putLong(seconds)
                        .putInt(0));
    }

    PcapngBuilder packet(int interfaceNumber, long ticks, byte[] packet) {
        return block(
                6,
                numbers(20 + packet.length)
                        .putInt(interfaceNumber)
                        .putInt((int) (ticks >>> 32))
                        .putInt((int) ticks)
                        .putInt(packet.length)
                        .putInt(packet.length)
                        .put(packet));
    }

    PcapngBuilder obsoletePacket(int interfaceNumber, long ticks, byte[] packet) {
        return block(
                2,
                numbers(20 + packet.length)
                        .putShort((short) interfaceNumber)
                        .putShort((short) 7)
                        .putInt((int) (ticks >>> 32))
                        .putInt((int) ticks)
                        .putInt(packet.length)
                        .putInt(packet.length)
                        .put(packet));
    }

    PcapngBuilder simplePacket(byte[] packet) {
        return block(3, numbers(4 + packet.length).putInt(packet.length).put(packet));
    }

    PcapngBuilder block(int type, byte[] body) {
        return block(type, numbers(body.length).put(body));
    }

    PcapngBuilder raw(byte[] bytes) {
        file.writeBytes(bytes);
        return this;
    }

    private ByteBuffer numbers(int length) {
        return ByteBuffer.allocate(length).order(order);
    }

    private PcapngBuilder block(int type, ByteBuffer body) {
        int padded = (body.capacity() + 3) / 4 * 4;
        file.writeBytes(numbers(12 + padded)
                .putInt(type)
                .putInt(12 + padded)
                .put(body.clear())
                .putInt(8 + padded, 12 + padded)
                .array());
        return this;
    }

    byte[] bytes() {
        return file.toByteArray();
    }
}
