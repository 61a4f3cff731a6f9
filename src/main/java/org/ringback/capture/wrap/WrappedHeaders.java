package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Headers that a terminal broke at its edge, or a mail program at a blank. The rest is joined only where it is clear: the
 * header reaches the edge that no line of the text goes beyond, or it ends with a comma near the width of a mail and the
 * rest would not have had room. Lines that begin with a blank are folded headers already.
 */
final class WrappedHeaders {

    private static final int NARROWEST = 60;
    private static final int WIDEST = 300;

    private static final int MAIL_NARROWEST = 60;
    /** RFC 5322, section 2.1.1: no more than 78 characters should be in a line. */
    private static final int MAIL_WIDEST = 80;

    private static final int LINES_AT_EDGE = 2;

    /** No header is longer that only a screen has broken. */
    private static final int LONGEST = 8192;

    private static final Pattern TIME = Pattern.compile("\\d:[0-5]\\d:[0-5]\\d");
    private static final Pattern NAMED = Pattern.compile("^[A-Za-z][A-Za-z0-9-]{0,60}\\s{0,2}:(?:\\s.*|$)");
    private static final Pattern MARKS = Pattern.compile("^[>|\\s]{0,12}$");
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern LISTED = Pattern.compile("^[A-Za-z0-9-]{1,40},?$");
    private static final Pattern PARAMETER = Pattern.compile("^[a-z][a-z-]{1,20}=[\"A-Za-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("^<(?:sips?|tel):[^<>]{1,500}>.*$");
    /** A Via without its host, and a header without its value. */
    private static final Pattern UNFINISHED = Pattern.compile(
            "^[>|\\s]{0,12}(?:(?:Via|v)\\s?:\\s{0,4}SIP/2\\.0/[A-Z]{2,4}|[A-Z][A-Za-z-]{1,40}:)\\s{0,4}$");

    private static final Pattern VALUE = Pattern.compile("^(?:(?:\"[^\"]{0,200}\""
            + " ?)?<(?:sips?|tel):.*|[A-Za-z0-9.-]{1,200}(?::\\d{1,5})?;branch=.*|\\[.*;branch=.*)$");

    private final int edge;

    /** With the edge that these rows have. */
    WrappedHeaders(List<TextRow> rows) {
        edge = edge(rows);
    }

    /** The very same rows if there is nothing to be joined. */
    List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        String marks = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            String line = row.text();
            String before = marks;
            marks = marksInHead(line, marks);
            if (before != null && marks != null && follows(rows, i)) {
                TextRow last = peeled == null ? rows.get(i - 1) : peeled.getLast();
                String joined = joined(last.text(), rows.get(i - 1).text(), without(marks, line));
                if (joined != null) {
                    peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                    peeled.set(peeled.size() - 1, new TextRow(last.number(), joined, row.end()));
                    continue;
                }
            }
            // What is no header ends the head: the message was cut, and the log goes on.
            boolean within = marks != null && (isStart(line) || HeaderLine.isAt(without(marks, line), 0));
            marks = within ? marks : null;
            if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    /** Neither the row nor the one before it is a start line. */
    private static boolean follows(List<TextRow> rows, int at) {
        return at > 0
                && !isStart(rows.get(at - 1).text())
                && !isStart(rows.get(at).text());
    }

    private static boolean isStart(String line) {
        return SipLines.holdsStart(line);
    }

    /** What stands before the lines of the head that a line belongs to; null if it belongs to none. */
    private static String marksInHead(String line, String marks) {
        if (line.contains("SIP/2.0")) {
            LoggedStartLine start = LoggedStartLine.in(line);
            if (start != null) {
                String before = line.substring(0, start.column());
                return MARKS.matcher(before).matches() ? before : null;
            }
        }
        boolean over = marks == null
                || without(marks, line).isBlank()
                || line.strip().equals(marks.strip())
                || without(marks, line).startsWith("v=0");
        return over ? null : marks;
    }

    /** The width that several lines have and none goes beyond; zero if there is none. */
    private static int edge(List<TextRow> rows) {
        int widest = 0;
        int lines = 0;
        for (TextRow row : rows) {
            int width = width(row.text());
            lines = width > widest ? 1 : width == widest ? lines + 1 : lines;
            widest = Math.max(widest, width);
        }
        return lines >= LINES_AT_EDGE && widest >= NARROWEST && widest <= WIDEST ? widest : 0;
    }

    /**
     * A header with its rest, or null if the line is none.
     *
     * @param header with the rests of it that were found already
     * @param last its last piece, as the line before the rest has it
     */
    private String joined(String header, String last, String rest) {
        if (header.length() > LONGEST) {
            return null;
        }
        if (NAMED.matcher(rest).matches()
                || SipLines.isHeader(rest, 0)
                || TIME.matcher(rest).find()) {
            return null;
        }
        if (edge > 0 && width(last) == edge) {
            // Emacs marks what goes on in the next line.
            return (header.endsWith("\\") ? header.substring(0, header.length() - 1) : header) + rest;
        }
        return isBrokenAtBlank(last, rest) ? header.stripTrailing() + " " + rest : null;
    }

    private static boolean isBrokenAtBlank(String last, String rest) {
        if (UNFINISHED.matcher(last).matches() && VALUE.matcher(rest).matches()) {
            return true;
        }
        String word = BLANK.split(rest, 2)[0];
        boolean noRoom = last.length() >= MAIL_NARROWEST / 2
                && last.length() <= MAIL_WIDEST
                && last.length() + 1 + word.length() > MAIL_NARROWEST;
        boolean listed = last.stripTrailing().endsWith(",")
                && (LISTED.matcher(word).matches() || PARAMETER.matcher(word).lookingAt());
        return noRoom && (listed || ADDRESS.matcher(rest).matches());
    }

    /** Characters of UTF-8. */
    private static int width(String bytes) {
        int count = 0;
        for (int i = 0; i < bytes.length(); i++) {
            count += (bytes.charAt(i) & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    private static String without(String marks, String line) {
        return line.startsWith(marks) ? line.substring(marks.length()) : line;
    }
}
