package org.ringback.capture.wrap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Messages that a log prints as rows of hexadecimal digits, with offsets or without, perhaps between bars, and the same as
 * characters behind them: {@code ngrep -x}, Netty, dumps in the midst of a log. What says about them stands above, and stays.
 * Packets, with the headers of IP before the message, are read elsewhere.
 */
final class DumpedMessages implements Wrapping {

    private static final int BYTES_OF_ROW = 32;
    private static final int LEAST_ROWS = 2;
    private static final int LONGEST = 256 * 1024;

    /** The edges of a frame, and numbers over its columns. */
    private static final Pattern FRAME = Pattern.compile("^[\\s+|0-9A-Fa-f:-]{16,160}$");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        DumpedRow row = new DumpedRow(BYTES_OF_ROW);
        int at = 0;
        while (at < rows.size()) {
            int end = row.mayBegin(rows.get(at).text()) ? end(rows, at, row) : at;
            String message = end - at < LEAST_ROWS ? null : row.text();
            if (message != null && begins(message)) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, at)) : peeled;
                add(rows.get(at), message, peeled);
                at = end;
                if (at < rows.size() && FRAME.matcher(rows.get(at).text()).matches()) {
                    at++;
                }
                continue;
            }
            end = Math.max(end, at + 1);
            if (peeled != null) {
                peeled.addAll(rows.subList(at, end));
            }
            at = end;
        }
        return peeled == null ? rows : peeled;
    }

    /** The row behind those that follow each other; the dump has all their bytes then. */
    private static int end(List<TextRow> rows, int from, DumpedRow row) {
        row.begin();
        int at = from;
        while (at < rows.size()
                && row.length() < LONGEST
                && row.goesOn(rows.get(at).text())) {
            at++;
        }
        return at;
    }

    private static boolean begins(String message) {
        int end = message.indexOf('\n');
        return end > 0 && SipLines.isStart(message.substring(0, end));
    }

    private static void add(TextRow row, String message, List<TextRow> peeled) {
        while (!peeled.isEmpty() && FRAME.matcher(peeled.getLast().text()).matches()) {
            peeled.removeLast();
        }
        // With the ends of line that it had: its length counts them.
        for (String line : message.split("\n", -1)) {
            peeled.add(row.made(line));
        }
        peeled.add(row.made(""));
    }

    /** Bytes as programs in C would have them, one to each comma. */
    private static final Pattern ARRAY = Pattern.compile("\\s{0,40}0[xX][0-9A-Fa-f]{2},?\\s{1,4}0[xX]");

    private static final Pattern MARKS = Pattern.compile("0[xX]|,");

    /** Rows of a dump, one after the other. */
    private static final class DumpedRow {

        private final byte[] row;
        private final StringBuilder all = new StringBuilder();
        private int count;
        private int width;
        private long offset;

        DumpedRow(int widest) {
            row = new byte[widest];
        }

        void begin() {
            all.setLength(0);
            width = -1;
        }

        int length() {
            return all.length();
        }

        String text() {
            return all.toString();
        }

        /** Whether its first bytes may be letters of a message; most lines of a log say no at once. */
        boolean mayBegin(String line) {
            return read(line)
                    && offset <= 0
                    && count > 3
                    && row[0] >= 'A'
                    && row[0] <= 'Z'
                    && row[1] >= 'A'
                    && row[1] <= 'Z';
        }

        /** Takes a row if it follows those before it: all of them are as long as the first, but for the last one. */
        boolean goesOn(String line) {
            if (!read(line) || (offset >= 0 && offset != all.length()) || (width >= 0 && all.length() % width != 0)) {
                return false;
            }
            width = width < 0 ? count : width;
            if (count > width) {
                return false;
            }
            all.append(new String(row, 0, count, StandardCharsets.ISO_8859_1));
            return true;
        }

        private boolean read(String written) {
            String line =
                    ARRAY.matcher(written).lookingAt() ? MARKS.matcher(written).replaceAll("") : written;
            int at = blanks(line, 0);
            boolean bars = at < line.length() && line.charAt(at) == '|';
            at = bars ? blanks(line, at + 1) : at;
            at += line.startsWith("0x", at) && digits(line, at + 2) > 2 ? 2 : 0;
            int wide = digits(line, at);
            offset = -1;
            if (wide >= 4 && wide <= 8) {
                offset = Long.parseLong(line, at, at + wide, 16);
                at += wide;
                boolean mark = at < line.length() && (line.charAt(at) == ':' || line.charAt(at) == '|');
                at += mark ? 1 : 0;
            } else if (wide != 2) {
                return false;
            }
            return bytes(line, at);
        }

        private boolean bytes(String line, int from) {
            count = 0;
            int at = from;
            int widest = width > 0 ? width : row.length;
            while (count < widest) {
                int gap = at;
                at = blanks(line, at);
                // Two blanks stand in the middle at most; anywhere else the characters follow.
                boolean ended = count > 0 && at - gap > 1 && !(at - gap == 2 && count % 8 == 0);
                int wide = digits(line, at);
                boolean whole = wide > 0
                        && wide % 2 == 0
                        && wide <= 8
                        && (at + wide == line.length() || " \t|".indexOf(line.charAt(at + wide)) >= 0);
                if ((at == gap && count > 0) || ended || !whole || count + wide / 2 > widest) {
                    break;
                }
                for (int digit = at; digit < at + wide; digit += 2) {
                    row[count++] = (byte) (Character.digit(line.charAt(digit), 16) << 4
                            | Character.digit(line.charAt(digit + 1), 16));
                }
                at += wide;
            }
            boolean longer = count == width && at + 1 < line.length() && digits(line, at + 1) == 2;
            return count > 0 && !longer;
        }

        private static int blanks(String line, int from) {
            int at = from;
            while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
                at++;
            }
            return at;
        }

        private static int digits(String line, int from) {
            int at = from;
            while (at < line.length()
                    && at - from < 9
                    && line.charAt(at) < 128
                    && Character.digit(line.charAt(at), 16) >= 0) {
                at++;
            }
            return at - from;
        }
    }
}
