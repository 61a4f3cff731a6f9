package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages in one line of text, cut into their lines again. */
final class FlatMessages {

    private static final String VERSION = "SIP/2.0";
    private static final int FIRST_HEADER_WITHIN = 400;

    /** What a log says between two messages. */
    private static final Pattern ANNOUNCEMENT =
            Pattern.compile("(?:[A-Z][a-z]{2},? {1,2}\\d{1,2},? )?(?:\\[?\\d{4}[/-]\\d\\d[/-]\\d\\d[T"
                + " ]\\d\\d:\\d\\d:\\d\\d|\\[[A-Z][a-z]{2} {1,2}\\d{1,2} \\d\\d:\\d\\d|[UT]"
                + " \\d{4}/\\d\\d/\\d\\d|<---|\\d{0,4}-?>? ?\\b(?:recv|send|sent) \\d{1,6} bytes|[RT]X \\d{1,6}"
                + " bytes|-{12,}|\\d{4,9}: [*.]?[A-Z][a-z]{2} {1,2}\\d|[A-Z][a-z]{2} {1,2}\\d{1,2}"
                + " \\d\\d:\\d\\d:\\d\\d|(?<=\\s)\\d\\d:\\d\\d:\\d\\d[.,]\\d{3,6}\\s|JsSIP:|\\b(?:UDP|TCP|TLS) message"
                + " (?:sent|received))");

    private static final Pattern SDP = Pattern.compile("(?<=[\\s|.\\\\])[a-z]=");
    private static final Pattern SDP_GLUED = Pattern.compile(
            "o=|s=|c=IN |t=\\d|m=(?:audio|video|image|application|text|message) |a=|b=(?:AS|TIAS|CT|RS|RR):");

    private final String line;

    FlatMessages(String line) {
        this.line = line;
    }

    boolean any() {
        Start first = next(0);
        return first != null
                && HeaderCuts.cuts(line, first.versionEnd, line.length()).size() >= 3;
    }

    /** @param versionEnd where the headers may begin */
    private record Start(int begin, int versionEnd) {}

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Start start = next(0);
        add(lines, line.substring(0, start.begin));
        while (start != null) {
            Start following = next(start.versionEnd);
            int end = following == null ? line.length() : following.begin;
            message(lines, start, end);
            start = following;
        }
        return lines;
    }

    private void message(List<String> lines, Start start, int end) {
        List<Integer> cuts = HeaderCuts.cuts(line, start.versionEnd, end);
        int body = line.indexOf("v=0", cuts.isEmpty() ? start.versionEnd : cuts.getLast());
        boolean sdp = body >= 0 && body < end;
        int from = start.begin;
        for (int cut : cuts) {
            add(lines, line.substring(from, cut));
            from = cut;
        }
        int headersEnd = sdp ? body : end;
        int length = contentLengthEnd(from, headersEnd);
        int last = length >= 0 ? length : announcedFrom(from, headersEnd);
        add(lines, line.substring(from, last));
        lines.add("");
        if (sdp) {
            sdp(lines, body, end);
        } else {
            add(lines, line.substring(last, end));
        }
    }

    private void sdp(List<String> lines, int body, int end) {
        int last = announcedFrom(body, end);
        boolean glued = line.startsWith("v=0o=", body);
        Matcher field = (glued ? SDP_GLUED : SDP).matcher(line).region(body + 3, last);
        field.useTransparentBounds(true);
        int from = body;
        while (field.find()) {
            add(lines, line.substring(from, field.start()));
            from = field.start();
        }
        add(lines, line.substring(from, last));
        lines.add("");
        add(lines, line.substring(last, end));
    }

    /** Where what belongs to the next message begins. */
    private int announcedFrom(int from, int end) {
        Matcher announcement = ANNOUNCEMENT.matcher(line).region(Math.min(end, from + 4), end);
        return announcement.find() ? announcement.start() : end;
    }

    private int contentLengthEnd(int from, int end) {
        boolean length = line.regionMatches(true, from, "Content-Length:", 0, 15);
        int at = from + 15;
        while (length && at < end && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        int digits = at;
        while (length && at < end && at - digits < 7 && Character.isDigit(line.charAt(at))) {
            at++;
        }
        return length && at > digits ? at : -1;
    }

    /** Adds a line without the blanks, bars and signs that stand for its end. */
    private static void add(List<String> lines, String piece) {
        int end = piece.length();
        int begin = 0;
        boolean more = true;
        while (more && end > begin) {
            char last = piece.charAt(end - 1);
            if (last == ' ' || last == '\t' || last == '|' || last == '\\') {
                end--;
            } else if (piece.startsWith("..", end - 2) && end >= 2) {
                end -= 2;
            } else {
                more = false;
            }
        }
        while (begin < end && (piece.charAt(begin) == ' ' || piece.charAt(begin) == '|')) {
            begin++;
        }
        if (begin < end) {
            lines.add(piece.substring(begin, end));
        }
    }

    private Start next(int from) {
        for (int at = line.indexOf(VERSION, from); at >= 0; at = line.indexOf(VERSION, at + 1)) {
            int end = at + VERSION.length();
            int begin = isStatus(end) ? at : request(at, from);
            if (begin >= 0) {
                List<Integer> cuts = HeaderCuts.cuts(line, end, Math.min(line.length(), end + FIRST_HEADER_WITHIN));
                if (!cuts.isEmpty()) {
                    return new Start(begin, end);
                }
            }
        }
        return null;
    }

    private boolean isStatus(int at) {
        return at + 4 <= line.length()
                && line.charAt(at) == ' '
                && line.charAt(at + 1) >= '1'
                && line.charAt(at + 1) <= '6'
                && Character.isDigit(line.charAt(at + 2))
                && Character.isDigit(line.charAt(at + 3));
    }

    private int request(int version, int from) {
        int column = LoggedStartLine.requestBefore(line, version);
        return column >= from ? column : -1;
    }
}
