package org.ringback.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a capture: pcap with raw IPv4 and UDP, one packet for each message. */
public final class PacketFile {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** With nothing in it yet. */
    public PacketFile() {
        little(0xa1b2c3d4);
        little(0x00040002);
        little(0);
        little(0);
        little(65535);
        little(101);
    }

    /**
     * Adds a packet, with SIP or anything else in it.
     *
     * @param micros since 1970
     * @param from last number of the address 192.0.2.x
     */
    public PacketFile message(long micros, int from, int to, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        int length = 28 + payload.length;
        little((int) (micros / 1_000_000));
        little((int) (micros % 1_000_000));
        little(length);
        little(length);
        ByteBuffer packet = ByteBuffer.wrap(new byte[length]);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) length).putInt(0);
        packet.put((byte) 64).put((byte) 17).putShort((short) 0);
        packet.put(new byte[] {(byte) 192, 0, 2, (byte) from, (byte) 192, 0, 2, (byte) to});
        packet.putShort((short) 5060)
                .putShort((short) 5060)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0);
        bytes.writeBytes(packet.put(payload).array());
        return this;
    }

    /** A TCP segment with the first bytes of a connection. */
    PacketFile segment(long micros, int from, int to, int port, String text) {
        byte[] payload = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = 40 + payload.length;
        little((int) (micros / 1_000_000));
        little((int) (micros % 1_000_000));
        little(length);
        little(length);
        ByteBuffer packet = ByteBuffer.wrap(new byte[length]);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) length).putInt(0);
        packet.put((byte) 64).put((byte) 6).putShort((short) 0);
        packet.put(new byte[] {(byte) 192, 0, 2, (byte) from, (byte) 192, 0, 2, (byte) to});
        packet.putShort((short) 40_000).putShort((short) port).putInt(1).putInt(0);
        packet.put((byte) 0x50).put((byte) 0x10).putShort((short) 0).putInt(0);
        bytes.writeBytes(packet.put(payload).array());
        return this;
    }

    private void little(int number) {
        byte[] four = new byte[4];
        ByteBuffer.wrap(four).order(ByteOrder.LITTLE_ENDIAN).putInt(number);
        bytes.writeBytes(four);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    public Path writeTo(Path file) throws IOException {
        return Files.write(file, bytes());
    }
}
