package org.ringback.sound.codec;

/** Numbers of a few bits each that lie one after the other, the highest bit first. Who reads it knows that they are there. */
final class BitSource {

    private final byte[] bytes;
    private int at;

    BitSource(byte[] bytes, int begin) {
        this.bytes = bytes;
        at = 8 * begin;
    }

    int next(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int bit = (bytes[at >> 3] >> (7 - (at & 7))) & 1;
            value = (value << 1) | bit;
            at++;
        }
        return value;
    }
}
