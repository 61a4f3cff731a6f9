package org.ringback.capture.wrap;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts bytes into rows and puts rows together again. */
final class Rows {

    private Rows() {}

    /** @param loneCrs whether a CR without an LF ends a line too */
    static List<TextRow> of(MemorySegment bytes, long firstNumber, boolean loneCrs) {
        String text = new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
        List<TextRow> rows = new ArrayList<>();
        long number = firstNumber;
        int begin = 0;
        while (begin < text.length()) {
            int end = end(text, begin, loneCrs);
            int content = end;
            while (content > begin && (text.charAt(content - 1) == '\n' || text.charAt(content - 1) == '\r')) {
                content--;
            }
            rows.add(new TextRow(number++, text.substring(begin, content), ending(text.substring(content, end))));
            begin = end;
        }
        return rows;
    }

    private static String ending(String written) {
        return written.equals("\r") ? "\n" : written;
    }

    private static int end(String text, int begin, boolean loneCrs) {
        int lf = text.indexOf('\n', begin);
        int end = lf < 0 ? text.length() : lf + 1;
        if (loneCrs) {
            int cr = text.indexOf('\r', begin);
            if (cr >= 0 && cr + 1 < end && text.charAt(cr + 1) != '\n') {
                return cr + 1;
            }
        }
        return end;
    }

    /** How many lines end in the bytes. */
    static long count(List<TextRow> rows) {
        return rows.isEmpty() ? 0 : rows.getLast().number() - rows.getFirst().number() + 1;
    }

    /** Whether CRs end the lines of this text: hardly anything else does. */
    static boolean endInCrs(String text) {
        int lfs = 0;
        int lone = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\n') {
                lfs++;
            } else if (character == '\r'
                    && at + 1 < text.length()
                    && text.charAt(at + 1) != '\n'
                    && text.charAt(at + 1) != '\r'
                    && text.charAt(at + 1) != '\\') {
                lone++;
            }
        }
        return lone > 2 && lone > 4 * lfs;
    }

    static Piece joined(List<TextRow> rows, long end) {
        int size = 0;
        for (TextRow row : rows) {
            size += row.text().length() + Math.max(1, row.end().length());
        }
        byte[] bytes = new byte[size];
        long[] numbers = new long[rows.size()];
        int at = 0;
        for (int i = 0; i < numbers.length; i++) {
            TextRow row = rows.get(i);
            at = copy(row.text(), bytes, at);
            at = copy(row.end().isEmpty() ? "\n" : row.end(), bytes, at);
            numbers[i] = row.number();
        }
        return new Piece(MemorySegment.ofArray(bytes), numbers, end);
    }

    private static int copy(String text, byte[] bytes, int at) {
        byte[] copied = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(copied, 0, bytes, at, copied.length);
        return at + copied.length;
    }
}
