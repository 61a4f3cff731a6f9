package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Puts one message together from the lines of a log, beginning with its start line: finds out what stands before every
 * line, and where the message ends.
 *
 * <p>It ends where its Content-Length says, or else the length that the log names. A text without CRs is counted as if it
 * had them. It ends earlier at a line that only the log can have written, and is unfinished then. SDP ends where its lines
 * end: whoever replaces addresses before passing a log on does not correct the length.
 */
final class MessageCollector {

    /** What became of a line. */
    enum Step {
        /** It is part of the message, which goes on. */
        TAKEN,
        /** It is the last line of the message. */
        COMPLETE,
        /** The message has ended before this line. */
        ENDED,
        /** What looked like a start line was none. */
        NO_MESSAGE
    }

    private enum Place {
        START_LINE,
        HEADERS,
        BODY
    }

    /** More is no message but a mistake, or an attack. */
    static final int LARGEST = 1024 * 1024;

    private static final int FOREIGN_LINES = 32;
    private static final long UNTIL_BLANK = -2;

    private final MessageBytes message;
    private final Frame frame;
    private final boolean announced;
    private final long line;
    private final LoggedStartLine startLine;
    private final String before;
    private final long startBegin;
    private final long startEnd;
    private final long startNext;
    private final boolean cr;
    private final Predicate<String> announces;

    private Place place = Place.START_LINE;
    private LinePrefix prefix = LinePrefix.NONE;
    private String mark = "";
    private long contentLength = -1;
    private String contentType = "";
    private long wireLength;
    private long expected;
    private long standing;
    private long withCrs;
    private int foreign;
    private String lastForeign = "";
    private boolean unfinished;
    private boolean tooLarge;
    private boolean cutByFrame;

    /**
     * @param lines stands on the line with the start line
     * @param announced whether the log says that a message follows
     * @param announces whether a line of the log announces another message
     */
    MessageCollector(
            Lines lines,
            LoggedStartLine startLine,
            Frame frame,
            boolean announced,
            long line,
            Predicate<String> announces) {
        this.message = new MessageBytes(lines.bytes());
        this.frame = frame;
        this.announced = announced;
        this.line = line;
        this.startLine = startLine;
        this.before = lines.text().substring(0, startLine.column());
        this.startBegin = lines.contentBegin() + startLine.column();
        this.startEnd = lines.contentEnd();
        this.startNext = lines.next();
        this.cr = lines.hasCr();
        this.announces = announces;
    }

    Step take(Lines lines) {
        if (message.size() + lines.length() + 2 > LARGEST) {
            tooLarge = place != Place.START_LINE;
            unfinished = true;
            return tooLarge ? Step.ENDED : Step.NO_MESSAGE;
        }
        String text = lines.text();
        if (place == Place.START_LINE) {
            Step step = confirm(text);
            if (step != null) {
                return step;
            }
        }
        int column = prefix.columnIn(text);
        if (column < 0) {
            return foreign(text);
        }
        String content = text.substring(column);
        if (lines.length() == text.length() && Boundaries.endsFrame(content)) {
            return frameEnds(lines, column);
        }
        if (!mark.isEmpty() && lines.length() == text.length() && content.endsWith(mark)) {
            content = content.substring(0, content.length() - mark.length());
        }
        return place == Place.HEADERS ? header(lines, text, column, content) : body(lines, text, column, content);
    }

    /** No more lines. */
    void end() {
        if (place == Place.START_LINE) {
            addStartLine("");
            unfinished = true;
        } else if (place == Place.HEADERS) {
            endWithinHeaders();
        } else {
            endWithinBody();
        }
    }

    /** Whether it is a message even if nothing follows: more is known than a start line within other text. */
    boolean begun() {
        return place != Place.START_LINE || (startLine.column() == 0 && (announced || startLine.request()));
    }

    boolean announced() {
        return announced;
    }

    boolean unfinished() {
        return unfinished;
    }

    /** Whether it ended at the vertical tab after a frame. */
    boolean cutByFrame() {
        return cutByFrame;
    }

    boolean tooLarge() {
        return tooLarge;
    }

    /** How many bytes are missing at the end, as text; empty if nobody can say. */
    String missing() {
        long known = cr ? standing : withCrs;
        return place == Place.BODY && expected > known && unfinished ? Long.toString(expected - known) : "";
    }

    Frame frame() {
        return frame;
    }

    long line() {
        return line;
    }

    /** The last line of another origin that was skipped in between. */
    String lastForeign() {
        return lastForeign;
    }

    MemorySegment bytes() {
        return message.bytes();
    }

    /** Decides by the line after the start line; null to go on with it. */
    private Step confirm(String next) {
        boolean alone = startLine.column() == 0;
        if (announces.test(next)) {
            return alone && announced ? cutAtStart() : Step.NO_MESSAGE;
        }
        LinePrefix found = LinePrefix.of(before, next);
        boolean between =
                found == null && !before.isBlank() && LogClock.beginsLogLine(next) && LoggedStartLine.in(next) == null;
        if (between && foreign++ < FOREIGN_LINES) {
            return Step.TAKEN;
        }
        if (found == null) {
            if (next.isBlank() && begun()) {
                found = LinePrefix.NONE;
            } else {
                return alone && announced ? cutAtStart() : Step.NO_MESSAGE;
            }
        }
        prefix = found;
        addStartLine(next);
        foreign = 0;
        place = Place.HEADERS;
        return null;
    }

    private Step cutAtStart() {
        addStartLine("");
        unfinished = true;
        return Step.ENDED;
    }

    private void addStartLine(String next) {
        boolean dot = startLine.mark().equals(".");
        boolean dotIsCr = (frame.dotted() || startLine.request()) && next.endsWith(".");
        mark = dot && !dotIsCr ? "" : startLine.mark();
        long end = startEnd - mark.length();
        if (mark.isEmpty()) {
            message.add(startBegin, startNext);
        } else {
            message.add(startBegin, end);
            message.add("\r\n");
        }
        wireLength = end - startBegin + 2;
    }

    private Step foreign(String text) {
        lastForeign = text;
        if (!prefix.isBlank() && !announces.test(text) && foreign++ < FOREIGN_LINES) {
            return Step.TAKEN;
        }
        end();
        return Step.ENDED;
    }

    /** A dump prints a vertical tab right after the bytes of a frame, wherever in a line that is. */
    private Step frameEnds(Lines lines, int column) {
        long begin = lines.contentBegin() + column;
        long end = lines.contentEnd() - 1;
        if (end > begin) {
            message.add(begin, end);
            count(end - begin, end - begin);
        }
        cutByFrame = true;
        end();
        return Step.ENDED;
    }

    private Step header(Lines lines, String text, int column, String content) {
        if (content.isBlank()) {
            add(lines, column, content);
            return endOfHeaders() ? Step.COMPLETE : Step.TAKEN;
        }
        if (content.equals("v=0") && contentLength != 0) {
            // Copied without its empty lines.
            message.add(endOfLine());
            wireLength += 2;
            endOfHeaders();
            return body(lines, text, column, content);
        }
        if (HeaderLine.isAt(content, 0)) {
            foreign = 0;
            note(content);
            add(lines, column, content);
            return Step.TAKEN;
        }
        if (Boundaries.perhapsAfter(content) || announces.test(text) || LoggedStartLine.opens(content)) {
            end();
            return Step.ENDED;
        }
        if (LogClock.beginsLogLine(content)) {
            lastForeign = text;
            if (contentLength == 0 || ++foreign > FOREIGN_LINES) {
                end();
                return Step.ENDED;
            }
            return Step.TAKEN;
        }
        add(lines, column, content);
        return Step.TAKEN;
    }

    private void note(String header) {
        if (contentLength < 0 && HeaderLine.is(header, "Content-Length", "l")) {
            String value = HeaderLine.value(header);
            boolean number =
                    !value.isEmpty() && value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9');
            contentLength = number ? Long.parseLong(value) : -1;
        } else if (contentType.isEmpty() && HeaderLine.is(header, "Content-Type", "c")) {
            contentType = HeaderLine.value(header).toLowerCase(Locale.ROOT);
        }
    }

    /** Finds out how long the body is; true if there is none. */
    private boolean endOfHeaders() {
        place = Place.BODY;
        foreign = 0;
        if (contentLength >= 0) {
            expected = contentLength;
        } else if (frame.wholeMessage() && frame.bytes() >= wireLength) {
            expected = frame.bytes() - wireLength;
        } else {
            expected = contentType.isEmpty() ? 0 : UNTIL_BLANK;
        }
        return expected == 0;
    }

    private Step body(Lines lines, String text, int column, String content) {
        if (endsBody(text, content)) {
            end();
            return Step.ENDED;
        }
        if (isSdp() && !isSdpLine(content)) {
            if (LogClock.beginsLogLine(content) && expected != UNTIL_BLANK && foreign++ < FOREIGN_LINES) {
                lastForeign = text;
                return Step.TAKEN;
            }
            end();
            return Step.ENDED;
        }
        if (expected == UNTIL_BLANK) {
            add(lines, column, content);
            return Step.TAKEN;
        }
        return counted(lines, column, content);
    }

    private boolean endsBody(String text, String content) {
        if (isSdpLine(content)) {
            return false;
        }
        boolean open = expected == UNTIL_BLANK;
        boolean carriesMessages = contentType.startsWith("message/") || contentType.startsWith("multipart/");
        return Boundaries.surelyAfter(content)
                || announces.test(text)
                || (!carriesMessages && LoggedStartLine.opens(content))
                || (open && (content.isBlank() || Boundaries.perhapsAfter(content) || LogClock.beginsLogLine(content)));
    }

    private Step counted(Lines lines, int column, String content) {
        long begin = lines.contentBegin() + column;
        long length = lines.contentEnd() - begin - (markAt(lines, content) ? mark.length() : 0);
        boolean crs = cr || !mark.isEmpty();
        long known = crs ? standing : withCrs;
        boolean longer = crs ? known + length > expected : standing + length > expected;
        if (isSdp() && (longer || (known + length + 2 >= expected && sdpFollows(lines, column)))) {
            boolean mayBeExact = !crs && standing + length + 1 < expected;
            if (!mayBeExact) {
                expected = UNTIL_BLANK;
            }
            add(lines, column, content);
            return Step.TAKEN;
        }
        if (crs && mark.isEmpty() && prefix.isEmpty() && known + length >= expected) {
            long end = begin + expected - known;
            message.add(begin, end);
            if (end < lines.contentEnd()) {
                lines.restartAt(end);
            }
            return Step.COMPLETE;
        }
        if (known + length == expected || standing + length == expected) {
            message.add(begin, begin + length);
            return Step.COMPLETE;
        }
        add(lines, column, content);
        if (crs) {
            return standing >= expected ? Step.COMPLETE : Step.TAKEN;
        }
        return withCrs == expected || standing >= expected ? Step.COMPLETE : Step.TAKEN;
    }

    private boolean isSdp() {
        return contentType.startsWith("application/sdp");
    }

    private static boolean isSdpLine(String content) {
        return content.length() > 1 && content.charAt(1) == '=' && content.charAt(0) >= 'a' && content.charAt(0) <= 'z';
    }

    /** Bodies with LFs alone on the wire seem too long when they are counted with CRs. */
    private static boolean sdpFollows(Lines lines, int column) {
        int first = lines.byteAt(lines.next() + column);
        return first >= 'a' && first <= 'z' && lines.byteAt(lines.next() + column + 1) == '=';
    }

    private boolean markAt(Lines lines, String content) {
        return !mark.isEmpty()
                && lines.text().length() == lines.length()
                && lines.text().endsWith(content + mark);
    }

    private void add(Lines lines, int column, String content) {
        long begin = Math.min(lines.contentBegin() + column, lines.contentEnd());
        long length;
        if (markAt(lines, content)) {
            length = lines.contentEnd() - mark.length() - begin;
            message.add(begin, begin + length);
            message.add("\r\n");
            count(length, length + 2);
        } else {
            length = lines.contentEnd() - begin;
            message.add(begin, lines.next());
            count(length, lines.next() - begin);
        }
    }

    private void count(long length, long asItStands) {
        if (place == Place.BODY) {
            standing += asItStands;
            withCrs += length + 2;
        } else {
            wireLength += length + 2;
        }
    }

    private String endOfLine() {
        return cr || !mark.isEmpty() ? "\r\n" : "\n";
    }

    private void endWithinHeaders() {
        if (contentLength == 0) {
            // The log or whoever copied it dropped the empty line.
            message.add(endOfLine());
        } else {
            unfinished = true;
        }
    }

    private void endWithinBody() {
        long known = cr || !mark.isEmpty() ? standing : withCrs;
        boolean allThatWasSent = frame.wholeMessage() && frame.bytes() <= wireLength + known + 2;
        // Logs that print line by line may leave the last end of line out.
        unfinished = expected >= 0 && known + 2 < expected && !allThatWasSent;
    }
}
