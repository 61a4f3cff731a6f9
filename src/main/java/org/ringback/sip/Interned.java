package org.ringback.sip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Gives the same string for the same bytes, as far as it remembers: a table of fixed size in which a newcomer takes the place
 * of an older string. Not for several threads.
 */
final class Interned {

    /** As many strings are remembered at most: those of some 500 calls at a time, few enough for a processor's cache. */
    static final int SLOTS = 1 << 12;

    /** Longer ones are not remembered, so that the table stays within 2 MB. */
    static final int LONGEST = 128;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[][] keys = new byte[SLOTS][];
    private final String[] strings = new String[SLOTS];

    String of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return Text.of(bytes, from, to);
        }
        int slot = hash(bytes, from, to) & (SLOTS - 1);
        byte[] key = keys[slot];
        if (key != null && Arrays.equals(key, 0, key.length, bytes, from, to)) {
            return strings[slot];
        }
        String string = Text.of(bytes, from, to);
        keys[slot] = Arrays.copyOfRange(bytes, from, to);
        strings[slot] = string;
        return string;
    }

    private static int hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            hash = (hash ^ (long) WORD.get(bytes, at)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        for (; at < to; at++) {
            hash = (hash ^ bytes[at]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) (hash ^ hash >>> 17);
    }
}
