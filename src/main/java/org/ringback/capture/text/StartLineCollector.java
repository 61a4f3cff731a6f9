package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Predicate;
import org.ringback.capture.text.MessageCollector.Step;
import org.ringback.capture.wrap.HeaderLine;
import org.ringback.capture.wrap.LoggedStartLine;

/** The start line of a message: whether it is one, and how the log writes the lines after it, is seen by the next line. */
final class StartLineCollector {

    private final LoggedStartLine startLine;
    private final Frame frame;
    private final boolean announced;
    private final Predicate<String> announces;
    private final String before;
    private final MemorySegment bytes;
    private final long begin;
    private final long end;
    private final long next;
    private final boolean cr;

    private LinePrefix prefix = LinePrefix.NONE;

    /** As {@link MessageCollector}. */
    StartLineCollector(
            Lines lines, LoggedStartLine startLine, Frame frame, boolean announced, Predicate<String> announces) {
        this.startLine = startLine;
        this.frame = frame;
        this.announced = announced;
        this.announces = announces;
        before = lines.text().substring(0, startLine.column());
        bytes = lines.bytes();
        begin = lines.contentBegin() + startLine.column();
        end = lines.contentEnd();
        next = lines.next();
        cr = lines.hasCr();
    }

    /** Whether it is a message even if nothing follows: more is known than a start line within other text. */
    boolean begun() {
        return alone() && (announced || startLine.request());
    }

    /** Whether nothing but marks, numbers and blanks stands before it. */
    boolean standsAlone() {
        return before.chars().noneMatch(Character::isLetter);
    }

    private boolean alone() {
        return startLine.column() == 0;
    }

    /**
     * Decides by the line after the start line.
     *
     * @return what becomes of that line, or empty if it belongs to the headers
     */
    Optional<Step> confirm(String line, ForeignLines foreign) {
        // The log announces another message already: of this one it has printed no more.
        if (announces.test(line)) {
            return Optional.of(withoutHeaders());
        }
        LinePrefix found = LinePrefix.of(before, line);
        if (found != null) {
            prefix = found;
            return Optional.empty();
        }
        // syslog: each line of a message is a record of its own, and other programs write between them.
        boolean between = !before.isBlank() && LogClock.beginsLogLine(line) && LoggedStartLine.in(line) == null;
        if (between && foreign.bear()) {
            return Optional.of(Step.TAKEN);
        }
        // A start line without headers, as people quote it in a text.
        if (line.isBlank() && begun()) {
            return Optional.empty();
        }
        return Optional.of(withoutHeaders());
    }

    private Step withoutHeaders() {
        return alone() && announced ? Step.ENDED : Step.NO_MESSAGE;
    }

    /** Adds the start line to a message whose next line is this, or empty; gives back how the log writes its lines. */
    LineStyle addTo(MessageBytes message, String line) {
        LineStyle style = new LineStyle(prefix, mark(line), cr);
        if (style.mark().isEmpty()) {
            message.add(bytes, begin, next);
        } else {
            message.add(bytes, begin, end - style.mark().length());
            message.add("\r\n");
        }
        return style;
    }

    /** A dot is what ngrep prints for a CR, if the next line has one too; a phrase may also end with a dot of its own. */
    private String mark(String line) {
        boolean dot = startLine.mark().equals(".");
        // A mail program has wrapped the next header: that line has no end of its own.
        boolean apart = frame.dotted()
                && HeaderLine.isAt(line.substring(prefix.end(line)), 0)
                && line.indexOf(';') < 0
                && line.indexOf('>', prefix.end(line)) < 0;
        boolean dotIsCr = apart || ((frame.dotted() || startLine.request()) && line.endsWith("."));
        return dot && !dotIsCr ? "" : startLine.mark();
    }

    /** Bytes of the start line with its end, as a message on the wire has it. */
    long wireLength(LineStyle style) {
        return end - style.mark().length() - begin + 2;
    }
}
