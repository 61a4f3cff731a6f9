package org.ringback.sound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Encoded sound and what other programs decoded from it; {@code sound/SOURCES.md} says how it was made. */
public final class Recording {

    private Recording() {}

    /** A file of payload bytes. */
    public static byte[] bytes(String name) {
        try (InputStream stream = Recording.class.getResourceAsStream("/sound/" + name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Payload bytes as packets of the same size each. */
    public static List<byte[]> packets(String name, int size) {
        byte[] all = bytes(name);
        List<byte[]> packets = new ArrayList<>();
        for (int at = 0; at < all.length; at += size) {
            packets.add(Arrays.copyOfRange(all, at, Math.min(all.length, at + size)));
        }
        return packets;
    }

    /** Packets of which each is preceded by its length in two bytes. */
    public static List<byte[]> packets(String name) {
        ByteBuffer all = ByteBuffer.wrap(bytes(name));
        List<byte[]> packets = new ArrayList<>();
        while (all.hasRemaining()) {
            byte[] packet = new byte[all.getShort()];
            all.get(packet);
            packets.add(packet);
        }
        return packets;
    }

    /** Samples as another program decoded them. */
    public static short[] samples(String name) {
        byte[] all = bytes(name);
        short[] samples = new short[all.length / 2];
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }

    /** How much louder sound is than its difference from other sound, in decibels. */
    public static double clearness(short[] sound, short[] other) {
        double power = 0;
        double difference = 0;
        for (int i = 0; i < sound.length; i++) {
            power += (double) sound[i] * sound[i];
            difference += Math.pow(sound[i] - other[i], 2);
        }
        return 10 * Math.log10(power / difference);
    }
}
