package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Unusable.Reason;
import org.ringback.capture.wrap.Escaped;
import org.ringback.capture.wrap.LoggedStartLine;
import org.ringback.capture.wrap.Piece;
import org.ringback.capture.wrap.Unwrapping;

/**
 * Logs that print messages as they are, each after a line that announces it, and plain messages with nothing around them.
 * Several kinds may stand in one text, as people paste them.
 */
final class FramedLog implements TextShape {

    /** So many lines may stand between the announcement and the message. */
    private static final int LINES_BETWEEN = 4;

    @Override
    public boolean recognizes(String head) {
        return true;
    }

    @Override
    public void read(MemorySegment bytes, Delivery delivery) {
        if (Unwrapping.isNeeded(bytes)) {
            unwrapped(bytes, delivery);
            return;
        }
        new Pass(new Lines(bytes), delivery, delivery.clockOf(bytes), 0, null).run();
    }

    /** Reads a text of which everything around its lines is taken off first. */
    static void unwrapped(MemorySegment bytes, Delivery delivery) {
        Unwrapping text = new Unwrapping(bytes);
        Pass pass = null;
        for (Piece piece = text.next(); piece != null; piece = text.next()) {
            if (delivery.stopAtPiece(piece.end())) {
                return;
            }
            if (pass == null) {
                pass = new Pass(new Lines(piece), delivery, delivery.clockOf(piece.bytes()), 0, null);
                pass.copies = true;
            } else {
                pass.goOnWith(new Lines(piece));
            }
            pass.lines();
        }
        if (pass != null) {
            pass.end();
        }
    }

    /** Reads the part of a file that another reader could not read. */
    static void readFrom(MemorySegment bytes, long offset, long line, Delivery delivery) {
        MemorySegment rest = bytes.asSlice(offset);
        new Pass(new Lines(rest, line - 1), delivery, delivery.clockOf(rest), 0, null).run();
    }

    /** Reads text that another reader took out of its file, all of it from one line and described by one frame. */
    static void readWithin(MemorySegment text, Delivery delivery, LogClock clock, long line, Frame frame) {
        new Pass(new Lines(text), delivery, clock, line, frame).run();
    }

    /** One way through a text. */
    private static final class Pass {

        private Lines lines;
        private boolean copies;
        private final Delivery delivery;
        private final LogClock clock;
        private final Announcements announcements;
        private final RecentLines recent = new RecentLines();
        private final long outerLine;
        private final Frame outerFrame;

        private final StreamFrames streams = new StreamFrames();
        private final PrintedTwice twice = new PrintedTwice();
        private final QuotedPackets quotes = new QuotedPackets();
        private boolean quoted;
        private Frame announced;
        private long announcedAt;
        private MessageCollector collector;

        Pass(Lines lines, Delivery delivery, LogClock clock, long outerLine, Frame outerFrame) {
            this.lines = lines;
            this.delivery = delivery;
            this.clock = clock;
            this.announcements = new Announcements(clock);
            this.outerLine = outerLine;
            this.outerFrame = outerFrame;
        }

        void run() {
            if (lines()) {
                end();
            }
        }

        /** Goes on in another piece of the same text. */
        void goOnWith(Lines piece) {
            announcedAt -= lines.number();
            recent.recount(lines.number());
            lines = piece;
        }

        /** All lines that are there; false if reading was stopped. */
        boolean lines() {
            while (lines.advance()) {
                if (outerLine == 0 && !copies && delivery.stopAt(lines.next())) {
                    return false;
                }
                if (collector == null || !collect()) {
                    outside();
                }
            }
            return true;
        }

        void end() {
            if (collector != null && collector.begun()) {
                collector.end();
                deliver();
            } else if (collector != null) {
                lost();
            }
            twice.rest().ifPresent(this::give);
            streams.rest().forEach(this::deliverUnfinished);
        }

        /** Whether the line belongs to the message. */
        private boolean collect() {
            return switch (collector.take(lines)) {
                case TAKEN -> true;
                case COMPLETE -> {
                    boolean moreMayFollow = collector.frame().partOfStream();
                    Frame frame = announced;
                    deliver();
                    if (moreMayFollow) {
                        announced = frame;
                        announcedAt = lines.number();
                    }
                    yield true;
                }
                case ENDED -> {
                    if (!collector.lastForeign().isEmpty()) {
                        quotes.see(collector.lastForeign());
                        recent.remember(collector.lastForeign(), lines.number());
                    }
                    if (outerLine != 0 || !streams.keep(collector)) {
                        deliver();
                    }
                    collector = null;
                    yield false;
                }
                case NO_MESSAGE -> {
                    lost();
                    collector = null;
                    yield false;
                }
            };
        }

        /** What looked like a message and was none is told, unless it is in the midst of other text. */
        private void lost() {
            if (collector.standsAlone()) {
                delivery.unusable(collector.line(), Reason.LOST_START_LINE, "");
            }
        }

        private void deliver() {
            MemorySegment message = collector.bytes();
            if (!OnlyLikeness.isSip(message, collector)) {
                lost();
            } else if (!OnlyLikeness.is(message, collector)) {
                if (!quoted) {
                    twice.next(PrintedTwice.Print.of(collector, copies ? PrintedTwice.Print.copy(message) : message))
                            .forEach(this::give);
                } else if (quotes.tell()) {
                    delivery.unusable(collector.line(), Reason.QUOTED_MESSAGE, "");
                }
            }
            collector = null;
            announced = null;
        }

        private void give(PrintedTwice.Print print) {
            delivery.message(print.bytes(), print.frame(), print.line());
            if (print.frame().time() != Captured.NO_TIME) {
                delivery.zone(clock.unclearZone(), print.line());
            }
            if (print.tooLarge()) {
                delivery.unusable(print.line(), Reason.LIMIT, Integer.toString(MessageCollector.LARGEST));
            } else if (print.cut()) {
                delivery.unusable(print.line(), Reason.UNFINISHED_MESSAGE, print.missing());
            }
        }

        private void outside() {
            String text = lines.text();
            if (text.isBlank()) {
                return;
            }
            if (outerLine == 0 && Escaped.holdsEnds(text)) {
                unescaped(text);
                return;
            }
            quotes.see(text);
            Frame frame = announcement(text);
            if (frame != null) {
                announced = frame.time() == Captured.NO_TIME && close() != null ? frame.at(close().time()) : frame;
                announcedAt = lines.number();
                recent.remember(text, lines.number());
                if (frame.partOfStream()) {
                    goOn(frame);
                    return;
                }
            }
            LoggedStartLine start = text.contains("SIP/") ? LoggedStartLine.in(text) : null;
            if (start != null) {
                begin(start, text, frame != null);
            } else if (frame == null && OnlyLikeness.isOfStart(text)) {
                delivery.unusable(line(), Reason.LOST_START_LINE, "");
            }
            if (frame == null) {
                recent.remember(text, lines.number());
            }
        }

        /** @param announcing whether the line announces what it begins: then it may just as well name what follows it */
        private void begin(LoggedStartLine start, String text, boolean announcing) {
            Frame told = close();
            Frame known = told == null ? unannounced(text.substring(0, start.column())) : told;
            quoted = quotes.quoting();
            collector = new MessageCollector(lines, start, known, told != null && !announcing, line(), this::announces);
        }

        /** Reads the frame itself if it holds the rest of a message that began in an earlier one. */
        private void goOn(Frame frame) {
            long begin = lines.next();
            long end = begin + frame.bytes();
            StreamFrames.Begun whole = streams.goOn(lines.bytes(), begin, end, frame);
            if (whole == null) {
                return;
            }
            lines.skipTo(end);
            announced = null;
            if (whole.complete()) {
                readWithin(whole.bytes(), delivery, clock, whole.line(), whole.frame());
            }
        }

        private void deliverUnfinished(StreamFrames.Begun begun) {
            delivery.message(begun.bytes(), begun.frame(), begun.line());
            delivery.unusable(begun.line(), Reason.UNFINISHED_MESSAGE, "");
        }

        private void unescaped(String text) {
            if (lines.length() > MessageCollector.LARGEST) {
                delivery.unusable(lines.numberInFile(), Reason.LIMIT, Integer.toString(MessageCollector.LARGEST));
                return;
            }
            String before = text.substring(0, LoggedStartLine.columnInOneLine(text));
            Frame frame = announcement(before);
            Frame told = frame == null ? close() : frame;
            Frame known = told == null ? announcements.around(text, before, recent, lines.number()) : told;
            readWithin(Escapes.undone(lines), delivery, clock, lines.numberInFile(), known);
            announced = null;
            recent.remember(text, lines.number());
        }

        private Frame unannounced(String before) {
            Frame wrapped = announcements.inTwo(recent, LinePrefix.before(before), lines.number());
            return wrapped == null ? announcements.words(before, recent, lines.number()) : wrapped;
        }

        private boolean announces(String text) {
            return announcement(text) != null;
        }

        private Frame announcement(String text) {
            return announcements.in(text, recent.before(lines.number()));
        }

        /** The announcement that a message here belongs to, or null. */
        private Frame close() {
            boolean close = announced != null && lines.number() - announcedAt <= LINES_BETWEEN;
            if (outerFrame == null) {
                return close ? announced : null;
            }
            return close && announced.tellsPlaces() ? announced : outerFrame;
        }

        private long line() {
            return outerLine == 0 ? lines.numberInFile() : outerLine;
        }
    }
}
