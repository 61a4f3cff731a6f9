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
    private static final int LONGEST_GROUP = 8;
    private static final int LONGEST = 256 * 1024;

    /** The edges of a frame, and numbers over its columns. */
    private static final Pattern FRAME = Pattern.compile("^[\\s+|0-9A-Fa-f:-]{16,160}$");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        DumpedRows row = new DumpedRows();
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
    private static int end(List<TextRow> rows, int from, DumpedRows row) {
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
    private static final class DumpedRows {

        private final HexRow row = new HexRow(BYTES_OF_ROW, " \t|", LONGEST_GROUP);
        private final StringBuilder all = new StringBuilder();
        private int width;
        private long offset;

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
                    && row.count() > 3
                    && isCapital(row.bytes()[0])
                    && isCapital(row.bytes()[1]);
        }

        private static boolean isCapital(byte letter) {
            return letter >= 'A' && letter <= 'Z';
        }

        /** Takes a row if it follows those before it: all of them are as long as the first, but for the last one. */
        boolean goesOn(String line) {
            if (!read(line) || (offset >= 0 && offset != all.length()) || (width >= 0 && all.length() % width != 0)) {
                return false;
            }
            width = width < 0 ? row.count() : width;
            if (row.count() > width) {
                return false;
            }
            all.append(new String(row.bytes(), 0, row.count(), StandardCharsets.ISO_8859_1));
            return true;
        }

        private boolean read(String written) {
            String line =
                    ARRAY.matcher(written).lookingAt() ? MARKS.matcher(written).replaceAll("") : written;
            int at = HexRow.blanks(line, 0);
            boolean bars = at < line.length() && line.charAt(at) == '|';
            at = bars ? HexRow.blanks(line, at + 1) : at;
            int behind = row.offset(line, at);
            offset = behind < 0 ? -1 : row.offset();
            if (behind >= 0) {
                boolean mark = behind < line.length() && (line.charAt(behind) == ':' || line.charAt(behind) == '|');
                at = mark ? behind + 1 : behind;
            } else if (HexRow.digits(line, at, 3) != 2) {
                return false;
            }
            int most = width > 0 ? width : BYTES_OF_ROW;
            int end = row.read(line, at, most);
            boolean longer = row.count() == width && end + 1 < line.length() && HexRow.digits(line, end + 1, 3) == 2;
            return row.count() > 0 && !longer;
        }
    }
}
