package org.ringback.capture;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** What stands before the packed bytes of a member of a gzip file (RFC 1952 section 2.3), damaged or not. */
final class GzipHeader {

    /** Without what the flags announce. */
    private static final int SHORTEST = 10;

    /** What stands behind the packed bytes. */
    private static final int TRAILER = 8;

    private static final int FIRST = 0x1F;
    private static final int SECOND = 0x8B;
    private static final int DEFLATE = 8;
    private static final int CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int LAST_SYSTEM = 13;
    private static final int UNKNOWN_SYSTEM = 255;

    private GzipHeader() {}

    /**
     * Where the packed bytes of a member may begin, the place that its header tells first; the others are where they begin if
     * flags are damaged. A header that cannot be right tells none.
     *
     * @return places in the file, each once; negative stands for what the header does not tell
     */
    static List<Long> begins(PackedInput input, long header) throws IOException {
        input.goTo(header);
        boolean right = input.next() == FIRST && input.next() == SECOND && input.next() == DEFLATE;
        input.goTo(header + 3);
        int flags = input.next();
        List<Long> begins = new ArrayList<>();
        begins.add(right && (flags & RESERVED) == 0 ? begin(input, header, flags) : -1);
        int known = flags & ~RESERVED;
        for (int tried : new int[] {known, 0, NAME, known ^ CHECK, known ^ EXTRA, known ^ NAME, known ^ COMMENT}) {
            long begin = begin(input, header, tried);
            if (begin >= 0 && !begins.contains(begin)) {
                begins.add(begin);
            }
        }
        return begins;
    }

    /** Where the packed bytes begin behind a header with these flags; -1 if the file ends before. */
    private static long begin(PackedInput input, long header, int flags) throws IOException {
        input.goTo(header + SHORTEST);
        try {
            if ((flags & EXTRA) != 0) {
                long length = input.number(2);
                input.goTo(input.position() + length);
            }
            if ((flags & NAME) != 0) {
                passText(input);
            }
            if ((flags & COMMENT) != 0) {
                passText(input);
            }
            if ((flags & CHECK) != 0) {
                input.number(2);
            }
            return input.position();
        } catch (EOFException e) {
            return -1;
        }
    }

    private static void passText(PackedInput input) throws IOException {
        while (input.needed() != 0) {
            // Nobody needs the name.
        }
    }

    /** Where the next member begins, from a place on; -1 if there is none. */
    static long next(PackedInput input, long from) throws IOException {
        input.goTo(from);
        int last = 0;
        for (int next = input.next(); next >= 0; next = input.next()) {
            if (last == FIRST && next == SECOND) {
                long begin = input.position() - 2;
                if (stands(input, begin)) {
                    return begin;
                }
                input.goTo(begin + 2);
            }
            last = next;
        }
        return -1;
    }

    private static boolean stands(PackedInput input, long begin) throws IOException {
        input.goTo(begin + 2);
        int method = input.next();
        int flags = input.next();
        input.goTo(begin + 8);
        return method == DEFLATE && usual(flags, input.next(), input.next());
    }

    private static boolean usual(int flags, int extra, int system) {
        return (flags & RESERVED) == 0
                && (extra == 0 || extra == 2 || extra == 4)
                && ((system >= 0 && system <= LAST_SYSTEM) || system == UNKNOWN_SYSTEM);
    }

    /** Whether a member may begin with these bytes, though one of the three that say so, or a flag, is damaged. */
    static boolean nearly(byte[] begin) {
        int right = (begin[0] == FIRST ? 1 : 0) + (begin[1] == (byte) SECOND ? 1 : 0) + (begin[2] == DEFLATE ? 1 : 0);
        return right == 3 || (right == 2 && usual(begin[3], begin[8], begin[9] & 0xFF));
    }

    /** The same, of a file. */
    static boolean nearly(MemorySegment bytes) {
        return bytes.byteSize() >= SHORTEST + TRAILER
                && nearly(bytes.asSlice(0, SHORTEST).toArray(ValueLayout.JAVA_BYTE));
    }

    /** The same, at a place of a file. */
    static boolean nearly(PackedInput input, long place) throws IOException {
        input.goTo(place);
        byte[] begin = new byte[SHORTEST];
        for (int at = 0; at < SHORTEST; at++) {
            int next = input.next();
            if (next < 0) {
                return false;
            }
            begin[at] = (byte) next;
        }
        return nearly(begin);
    }
}
