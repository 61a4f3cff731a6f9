package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Predicate;
import org.ringback.capture.wrap.LoggedStartLine;

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

    /** More is no message but a mistake, or an attack. */
    static final int LARGEST = 1024 * 1024;

    private final MessageBytes message;
    private final Frame frame;
    private final boolean announced;
    private final long line;
    private final Predicate<String> announces;
    private final StartLineCollector start;
    private final ForeignLines foreign = new ForeignLines();

    private LineStyle style;
    private HeadCollector head;
    private BodyCollector body;
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
        this.message = new MessageBytes();
        this.frame = frame;
        this.announced = announced;
        this.line = line;
        this.announces = announces;
        this.start = new StartLineCollector(lines, startLine, frame, announced, announces);
    }

    Step take(Lines lines) {
        if (message.size() + lines.length() + 2 > LARGEST) {
            tooLarge = head != null;
            unfinished = true;
            return tooLarge ? Step.ENDED : Step.NO_MESSAGE;
        }
        String text = lines.text();
        if (head == null) {
            Optional<Step> step = start.confirm(text, foreign);
            if (step.isPresent()) {
                return ended(step.get());
            }
            begin(text);
        }
        return ended(takePart(lines, text));
    }

    private Step ended(Step step) {
        if (step == Step.ENDED) {
            end();
        }
        return step;
    }

    private void begin(String next) {
        style = start.addTo(message, next);
        foreign.over();
        head = new HeadCollector(message, style, start.wireLength(style), foreign, announces);
    }

    private Step takePart(Lines lines, String text) {
        int column = style.prefix().columnIn(text);
        if (column < 0) {
            return withoutPrefix(text);
        }
        String content = text.substring(column);
        if (lines.length() == text.length() && Boundaries.endsFrame(content)) {
            cutByFrame(lines, lines.contentBegin() + column, lines.contentEnd() - 1);
            return Step.ENDED;
        }
        LoggedLine here = style.line(lines, column, content);
        return body == null ? header(here) : body.take(here);
    }

    /** Where each line of a message has a prefix, a line without it is of somebody else: a container beside it, a program. */
    private Step withoutPrefix(String text) {
        foreign.remember(text);
        boolean between = !style.prefix().isBlank() && !announces.test(text) && foreign.bear();
        return between ? Step.TAKEN : Step.ENDED;
    }

    /** The dump file of sofia prints a vertical tab right after the bytes of a frame, wherever in a line that is. */
    private void cutByFrame(Lines lines, long begin, long end) {
        cutByFrame = true;
        if (end <= begin) {
            return;
        }
        if (body == null) {
            message.add(lines.bytes(), begin, end);
        } else {
            body.last(lines, begin, end);
        }
    }

    private Step header(LoggedLine here) {
        return switch (head.take(here)) {
            case HEADERS -> Step.TAKEN;
            case EMPTY_LINE -> {
                body = head.body(frame);
                yield body.isEmpty() ? Step.COMPLETE : Step.TAKEN;
            }
            case BODY -> {
                body = head.body(frame);
                yield body.take(here);
            }
            case BEHIND -> Step.ENDED;
        };
    }

    /** No more lines. */
    void end() {
        if (head == null) {
            start.addTo(message, "");
            unfinished = true;
        } else if (body == null) {
            unfinished = head.end();
        } else {
            unfinished = body.end(frame, head.wireLength());
        }
    }

    /** Whether it is a message even if nothing follows: more is known than a start line within other text. */
    boolean begun() {
        return head != null || start.begun();
    }

    /** Whether the line looks like a start line and nothing else: only marks, or nothing, stand before it. */
    boolean standsAlone() {
        return start.standsAlone();
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
        long bytes = unfinished && body != null ? body.missing() : 0;
        return bytes > 0 ? Long.toString(bytes) : "";
    }

    Frame frame() {
        return frame;
    }

    long line() {
        return line;
    }

    /** The last line of another origin that was skipped in between. */
    String lastForeign() {
        return foreign.last();
    }

    MemorySegment bytes() {
        return message.bytes();
    }
}
