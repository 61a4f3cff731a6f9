package org.ringback.capture.payload;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Numbers as they stand in packets: big endian unless the name says otherwise. Nothing is checked but the segment's own bounds. */
public final class Bytes {

    // Constant layouts, or the compiler of the hot loop cannot fold the access into one instruction.
    private static final ValueLayout.OfShort SHORT = JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private Bytes() {}

    public static int u8(MemorySegment bytes, long at) {
        return bytes.get(JAVA_BYTE, at) & 0xFF;
    }

    public static int u16(MemorySegment bytes, long at) {
        return bytes.get(SHORT, at) & 0xFFFF;
    }

    public static int i32(MemorySegment bytes, long at) {
        return bytes.get(INT, at);
    }

    public static long u32(MemorySegment bytes, long at) {
        return bytes.get(INT, at) & 0xFFFF_FFFFL;
    }

    public static long i64(MemorySegment bytes, long at) {
        return bytes.get(LONG, at);
    }

    /** A number of a file whose byte order is known only when it is opened. */
    public static int u16(MemorySegment bytes, long at, boolean littleEndian) {
        int value = u16(bytes, at);
        return littleEndian ? Short.reverseBytes((short) value) & 0xFFFF : value;
    }

    /** A number of a file whose byte order is known only when it is opened. */
    public static long u32(MemorySegment bytes, long at, boolean littleEndian) {
        int value = i32(bytes, at);
        return (littleEndian ? Integer.reverseBytes(value) : value) & 0xFFFF_FFFFL;
    }

    /** A number of a file whose byte order is known only when it is opened. */
    public static long i64(MemorySegment bytes, long at, boolean littleEndian) {
        long value = i64(bytes, at);
        return littleEndian ? Long.reverseBytes(value) : value;
    }

    public static void copy(MemorySegment from, long at, MemorySegment to, long offset, long length) {
        MemorySegment.copy(from, JAVA_BYTE, at, to, JAVA_BYTE, offset, length);
    }

    /** Copies to an array. */
    public static void copy(MemorySegment from, long at, byte[] to, int offset, int length) {
        MemorySegment.copy(from, JAVA_BYTE, at, to, offset, length);
    }

    public static boolean printable(int character) {
        return character >= ' ' && character < 0x7F;
    }

    /** Whether a byte is a control character that no text has. */
    public static boolean control(int character) {
        return (character < ' ' && character != '\t' && character != '\n' && character != '\r') || character == 0x7F;
    }
}
