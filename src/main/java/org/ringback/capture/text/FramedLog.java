package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.ringback.capture.Captured;
import org.ringback.capture.Unusable.Reason;

/**
 * Logs that print messages as they are, each after a line that announces it, and plain messages with nothing around them.
 * Several kinds may stand in one text, as people paste them.
 */
final class FramedLog implements TextShape {

    private static final List<LogShape> SHAPES = List.of(
            new AsteriskPjsip(),
            new AsteriskChanSip(),
            new SofiaTrace(),
            new PjsuaLog(),
            new SippTrace(),
            new CiscoCcsip(),
            new CiscoCallManager(),
            new BroadworksLog(),
            new NgrepByline(),
            new SngrepText(),
            new BaresipTrace(),
            new SipViewerText(),
            new TcpdumpAscii());

    private static final LogShape WORDS = new ScriptWords();

    /** So many lines may stand between the announcement and the message. */
    private static final int LINES_BETWEEN = 4;

    @Override
    public boolean recognizes(String head) {
        return true;
    }

    @Override
    public void read(MemorySegment bytes, Delivery delivery) {
        new Pass(new Lines(bytes), delivery, LogClock.of(bytes), 0, Frame.UNKNOWN).run();
    }

    /** Reads text that another reader took out of its file, all of it from one line and described by one frame. */
    static void readWithin(MemorySegment text, Delivery delivery, LogClock clock, long line, Frame frame) {
        new Pass(new Lines(text), delivery, clock, line, frame).run();
    }

    /** One way through a text. */
    private static final class Pass {

        private final Lines lines;
        private final Delivery delivery;
        private final LogClock clock;
        private final long outerLine;
        private final Frame outerFrame;

        private Frame announced;
        private long announcedAt;
        private String previous = "";
        private long previousAt;
        private MessageCollector collector;

        Pass(Lines lines, Delivery delivery, LogClock clock, long outerLine, Frame outerFrame) {
            this.lines = lines;
            this.delivery = delivery;
            this.clock = clock;
            this.outerLine = outerLine;
            this.outerFrame = outerFrame;
        }

        void run() {
            while (lines.advance()) {
                if (outerLine == 0 && delivery.stopAt(lines.next())) {
                    return;
                }
                if (collector == null || !collect()) {
                    outside();
                }
            }
            if (collector != null && (collector.startLineStandsAlone() || collector.bytesKnown())) {
                collector.end();
                deliver();
            }
        }

        /** Whether the line belongs to the message. */
        private boolean collect() {
            MessageCollector.Step step = collector.take(lines);
            switch (step) {
                case TAKEN -> {
                    return true;
                }
                case COMPLETE -> {
                    deliver();
                    return true;
                }
                case ENDED -> {
                    if (!collector.lastForeign().isEmpty()) {
                        remember(collector.lastForeign());
                    }
                    deliver();
                    return false;
                }
                case NO_MESSAGE -> {
                    collector = null;
                    return false;
                }
            }
            return false;
        }

        private void deliver() {
            delivery.message(collector.bytes(), collector.frame(), collector.line());
            if (collector.tooLarge()) {
                delivery.unusable(collector.line(), Reason.LIMIT, Integer.toString(MessageCollector.LARGEST));
            } else if (collector.unfinished()) {
                delivery.unusable(collector.line(), Reason.UNFINISHED_MESSAGE, collector.missing());
            }
            collector = null;
            announced = null;
        }

        private void outside() {
            String text = lines.text();
            if (text.isBlank()) {
                return;
            }
            if (outerLine == 0 && Escapes.holdMessage(text)) {
                unescaped(text);
                return;
            }
            Frame frame = announcement(text);
            if (frame != null) {
                announced = frame;
                announcedAt = lines.number();
                remember(text);
                return;
            }
            StartLine start = text.contains("SIP/") ? StartLine.in(text) : null;
            if (start != null) {
                collector = new MessageCollector(
                        lines, start, frameFor(text.substring(0, start.column())), line(), this::announces);
            }
            remember(text);
        }

        private void unescaped(String text) {
            remember(text);
            if (lines.length() > MessageCollector.LARGEST) {
                delivery.unusable(lines.number(), Reason.LIMIT, Integer.toString(MessageCollector.LARGEST));
                return;
            }
            Frame frame = announcement(text.substring(0, text.indexOf("SIP/")));
            readWithin(Escapes.undone(lines), delivery, clock, lines.number(), frame == null ? recent() : frame);
            announced = null;
        }

        private boolean announces(String text) {
            return announcement(text) != null;
        }

        private Frame announcement(String text) {
            String before = lines.number() - previousAt <= 2 ? previous : "";
            for (LogShape shape : SHAPES) {
                Frame frame = shape.frame(text, before, clock);
                if (frame != null) {
                    return frame;
                }
            }
            return null;
        }

        private Frame frameFor(String before) {
            Frame frame = recent();
            if (frame != Frame.UNKNOWN) {
                return frame;
            }
            if (!before.isBlank()) {
                Frame own = WORDS.frame(before, "", clock);
                if (own != null) {
                    return own;
                }
            }
            boolean close = lines.number() - previousAt <= 2 && !HeaderLine.isAt(previous, 0);
            Frame words = close ? WORDS.frame(previous, "", clock) : null;
            return words == null ? Frame.UNKNOWN : words;
        }

        private Frame recent() {
            if (outerFrame != Frame.UNKNOWN) {
                return outerFrame;
            }
            boolean recent = announced != null && lines.number() - announcedAt <= LINES_BETWEEN;
            if (!recent) {
                return Frame.UNKNOWN;
            }
            return announced.time() == Captured.NO_TIME ? announced : announced;
        }

        private void remember(String text) {
            previous = text;
            previousAt = lines.number();
        }

        private long line() {
            return outerLine == 0 ? lines.number() : outerLine;
        }
    }
}
