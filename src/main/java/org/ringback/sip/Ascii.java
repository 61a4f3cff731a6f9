package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The character classes of RFC 3261 section 25.1, and looking for bytes without regard to any locale. */
final class Ascii {

    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle WORD_OF_ARRAY =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0a0a0a0a0a0a0a0aL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private static final long TOKEN_LOW = set("-.!%*+'0123456789", 0);
    private static final long TOKEN_HIGH = set("_`~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 64);

    private Ascii() {}

    private static long set(String characters, int base) {
        long set = 0;
        for (int i = 0; i < characters.length(); i++) {
            set |= 1L << (characters.charAt(i) - base);
        }
        return set;
    }

    /** One character of {@code token}. */
    static boolean token(int c) {
        return c < 64 ? c >= 0 && (TOKEN_LOW >>> c & 1) != 0 : c < 128 && (TOKEN_HIGH >>> (c - 64) & 1) != 0;
    }

    static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean letter(int c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    static boolean hex(int c) {
        return digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    }

    /** {@code WSP}: what separates words within a line, and what a folded line begins with. */
    static boolean blank(int c) {
        return c == ' ' || c == '\t';
    }

    /** A blank, or what remains of a fold. */
    static boolean space(int c) {
        return blank(c) || c == '\r' || c == '\n';
    }

    static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
    }

    /** A word in an array, to be compared with others: a character of a string costs more than a byte. */
    static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    static int at(MemorySegment bytes, long index) {
        return bytes.get(ValueLayout.JAVA_BYTE, index);
    }

    /** Whether {@code word}, which is in lower case, stands at {@code from} in any case. */
    static boolean stands(MemorySegment bytes, long from, long to, String word) {
        int length = word.length();
        if (to - from < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (lower(at(bytes, from + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first {@code wanted} from {@code from} on, or -1; eight bytes at a time. */
    static long find(MemorySegment bytes, long from, long to, int wanted) {
        long pattern = wanted * ONES;
        long index = from;
        for (; index <= to - Long.BYTES; index += Long.BYTES) {
            long different = bytes.get(WORD, index) ^ pattern;
            long hit = (different - ONES) & ~different & HIGHS;
            if (hit != 0) {
                return index + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        for (; index < to; index++) {
            if (at(bytes, index) == wanted) {
                return index;
            }
        }
        return -1;
    }

    /** The next line feed in an array, or {@code to}; eight bytes at a time. */
    static int lineFeed(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long different = (long) WORD_OF_ARRAY.get(bytes, at) ^ LINE_FEEDS;
            long hit = (different - ONES) & ~different & HIGHS;
            if (hit != 0) {
                return at + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** As {@link String#equalsIgnoreCase}, but for the letters of ASCII only. */
    static boolean same(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            if (lower(one.charAt(i)) != lower(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** As {@link String#toLowerCase}, but for the letters of ASCII only. */
    static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            lower.append((char) lower(text.charAt(i)));
        }
        return lower.toString();
    }
}
