package org.ringback.capture.wrap;

/**
 * A row of a dump while it is read: blanks, perhaps an offset, then bytes as groups of hexadecimal digits. Two blanks may stand
 * behind each eighth byte; anywhere else they are the end of the bytes. Goes through a row once.
 */
public final class HexRow {

    /** An offset has so many digits, in all programs. */
    private static final int LEAST_OFFSET = 4;

    private static final int MOST_OFFSET = 8;
    private static final int EIGHT = 8;

    private final byte[] bytes;
    private final String ends;
    private final int longestGroup;
    private int count;
    private long offset;

    /**
     * Nothing was read yet.
     *
     * @param widest bytes of a row
     * @param ends what may stand behind a group, besides the end of the row
     * @param longestGroup digits of a group
     */
    public HexRow(int widest, String ends, int longestGroup) {
        bytes = new byte[widest];
        this.ends = ends;
        this.longestGroup = longestGroup;
    }

    /** The column behind the offset that stands at a column; -1 if there is none. */
    public int offset(String line, int from) {
        int at = line.startsWith("0x", from) && digits(line, from + 2, 3) > 2 ? from + 2 : from;
        int wide = digits(line, at, MOST_OFFSET + 1);
        if (wide < LEAST_OFFSET || wide > MOST_OFFSET) {
            return -1;
        }
        offset = Long.parseLong(line, at, at + wide, 16);
        return at + wide;
    }

    /** Reads at most so many bytes from a column on; the column behind them. */
    public int read(String line, int from, int most) {
        count = 0;
        int at = from;
        while (count < most) {
            int gap = at;
            at = blanks(line, at);
            boolean ended = count > 0 && at - gap > 1 && !(at - gap == 2 && count % EIGHT == 0);
            int wide = digits(line, at, longestGroup + 1);
            if ((at == gap && count > 0) || ended || !isGroup(line, at, wide) || count + wide / 2 > most) {
                break;
            }
            for (int digit = at; digit < at + wide; digit += 2) {
                bytes[count++] = (byte) (digit(line, digit) << 4 | digit(line, digit + 1));
            }
            at += wide;
        }
        return at;
    }

    private boolean isGroup(String line, int at, int wide) {
        return wide > 0
                && wide % 2 == 0
                && wide <= longestGroup
                && (at + wide == line.length() || ends.indexOf(line.charAt(at + wide)) >= 0);
    }

    /** What stands in the row, to be looked at until the next one is read. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes were read. */
    public int count() {
        return count;
    }

    /** Where the first one stands in what was dumped. */
    public long offset() {
        return offset;
    }

    /** The next column without a blank. */
    public static int blanks(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** How many digits stand together from a column on, counted no further than the most. */
    public static int digits(String line, int from, int most) {
        int at = from;
        while (at < line.length() && at - from < most && digit(line, at) >= 0) {
            at++;
        }
        return at - from;
    }

    private static int digit(String line, int at) {
        char character = line.charAt(at);
        return character < 128 ? Character.digit(character, 16) : -1;
    }
}
