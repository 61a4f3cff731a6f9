package org.ringback.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One damaged place of a file. */
enum Damage {
    ONE_BIT(0, 1, 1),
    NOISE(1, 16, 4),
    ZEROS_64(2, 64, 4),
    ZEROS_512(3, 512, 4),
    SHORT_LENGTH(4, 4, 4),
    LONG_LENGTH(5, 4, 4),
    REMOVED(6, 7, 4),
    INSERTED(7, 1, 4);

    private final int number;
    private final int size;
    private final int step;

    Damage(int number, int size, int step) {
        this.number = number;
        this.size = size;
        this.step = step;
    }

    /** Where to begin, so that all do not try the same places. */
    int first() {
        return number;
    }

    /** How far the places are apart if every one is tried: bytes for what is a bit, else words. */
    int step() {
        return step;
    }

    /** Where it ends. */
    int end(byte[] file, int place) {
        return Math.min(file.length, place + size);
    }

    /** Whether only places are tried that say how long a record is. */
    boolean ofLengths() {
        return this == SHORT_LENGTH || this == LONG_LENGTH;
    }

    /** A file with this damage; always the same one at the same place. */
    byte[] at(byte[] file, int place, ByteOrder order) {
        byte[] damaged = file.clone();
        var random = new SplittableRandom(place * 31L + number);
        int end = end(file, place);
        switch (this) {
            case ONE_BIT -> damaged[place] ^= (byte) (1 << random.nextInt(8));
            case NOISE -> {
                byte[] noise = new byte[end - place];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, damaged, place, noise.length);
            }
            case ZEROS_64, ZEROS_512 -> Arrays.fill(damaged, place, end, (byte) 0);
            case SHORT_LENGTH -> ByteBuffer.wrap(damaged).order(order).putInt(place, random.nextInt(64));
            case LONG_LENGTH -> ByteBuffer.wrap(damaged).order(order).putInt(place, 2000 + random.nextInt());
            case REMOVED -> {
                return joined(file, place, new byte[0], end);
            }
            case INSERTED -> {
                byte[] noise = new byte[5];
                random.nextBytes(noise);
                return joined(file, place, noise, place);
            }
        }
        return damaged;
    }

    private static byte[] joined(byte[] file, int place, byte[] between, int rest) {
        byte[] joined = Arrays.copyOf(file, place + between.length + file.length - rest);
        System.arraycopy(between, 0, joined, place, between.length);
        System.arraycopy(file, rest, joined, place + between.length, file.length - rest);
        return joined;
    }
}
