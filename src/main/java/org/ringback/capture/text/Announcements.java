package org.ringback.capture.text;

import java.util.List;
import java.util.stream.Stream;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wrap.SipLines;

/**
 * What lines of a log say about the message that follows them: in one of the shapes that are known, in two lines that were
 * one before somebody wrapped them, or in words.
 */
final class Announcements {

    /** The first that takes a line wins. */
    private static final List<LogShape> SHAPES = List.of(
            new AsteriskPjsip(),
            new AsteriskChanSip(),
            new SofiaTrace(),
            new PjsuaLog(),
            new SippTrace(),
            new CiscoCcsip(),
            new CiscoCallManager(),
            new BroadworksLog(),
            new BelleSip(),
            new Drachtio(),
            new OracleSipmsg(),
            new AvayaSessionManager(),
            new AvayaPhone(),
            new RibbonTrace(),
            new AlcatelTrace(),
            new PhoneTrace());

    /** Those that know their lines by an arrow; they come after the others. */
    private static final List<LogShape> ARROWS =
            List.of(new NgrepByline(), new Sipsorcery(), new BaresipTrace(), new Headline(), new TcpdumpAscii());

    /** An arrow is written with a bracket or as one character of UTF-8. */
    private static final List<String> ARROW = List.of(">", "\u00e2", "<-", "-&gt;");

    /** What lines of each shape have, in the order of {@link #SHAPES}, and last the arrows. */
    private static final LineWords KNOWN_BY =
            new LineWords(Stream.concat(SHAPES.stream().map(LogShape::words), Stream.of(ARROW))
                    .toList());

    private static final int HAS_ARROW = 1 << SHAPES.size();

    private static final LogShape WORDS = new ScriptWords();

    /** {@code b'} and the like. */
    private static final int LONGEST_MARKS = 4;

    private static final int LONGEST_WRAPPED = 400;

    private final LogClock clock;

    Announcements(LogClock clock) {
        this.clock = clock;
    }

    /**
     * What a line says about the message that follows it, or null if it announces none.
     *
     * @param before as in {@link LogShape#frame}
     */
    Frame in(String line, String before) {
        int known = KNOWN_BY.in(line);
        for (int shapes = known & ~HAS_ARROW; shapes != 0; shapes &= shapes - 1) {
            Frame frame = SHAPES.get(Integer.numberOfTrailingZeros(shapes)).frame(line, before, clock);
            if (frame != null) {
                return frame.tellsPlaces() ? frame : withPeer(frame, line);
            }
        }
        return (known & HAS_ARROW) == 0 ? null : arrow(line, before);
    }

    /** A shape that knows no address, in a release that writes one behind its words. */
    private Frame withPeer(Frame frame, String line) {
        Frame worded = line.indexOf('.') < 0 && line.indexOf('[') < 0 ? null : WORDS.frame(line, "", clock);
        boolean sameSide = worded != null
                && worded.tellsPlaces()
                && (frame.source().equals(worded.source())
                        || frame.destination().equals(worded.destination()));
        return sameSide ? frame.between(worded) : frame;
    }

    private Frame arrow(String line, String before) {
        for (LogShape shape : ARROWS) {
            Frame frame = shape.frame(line, before, clock);
            if (frame != null) {
                return frame;
            }
        }
        return null;
    }

    /** The announcement that stands right before a message in two lines, wrapped at a blank or anywhere; or null. */
    Frame inTwo(RecentLines recent, LinePrefix prefix, long number) {
        String[] lines = recent.lastTwoBehind(prefix, number);
        if (lines.length < 2
                || lines[0].length() > LONGEST_WRAPPED
                || lines[1].length() > LONGEST_WRAPPED
                || SipLines.isHeader(lines[1], 0)
                || SipLines.isHeader(lines[0], 0)) {
            return null;
        }
        Frame anywhere = in(lines[0] + lines[1], "");
        return anywhere == null ? in(lines[0] + " " + lines[1], "") : anywhere;
    }

    /**
     * What is said in no fixed shape, before the message in its line or in the line above.
     *
     * @param before what stands before the message in its line
     */
    Frame words(String before, RecentLines recent, long number) {
        Frame own = before.isBlank() ? null : WORDS.frame(before, "", clock);
        String last = recent.lastBehind(LinePrefix.before(before), number);
        Frame above = last == null || SipLines.isHeader(last, 0) ? null : above(last, recent, before, number);
        if (own == null) {
            return above == null ? Frame.UNKNOWN : above;
        }
        return above == null ? own : own.filledFrom(above);
    }

    /**
     * What is said in no fixed shape around a message that stands in one line with its ends written out: in the line above if
     * nothing stands before it, or else behind the quotation mark that ends it.
     *
     * @return null if nothing is said there; what stands before it in its line is read with it
     */
    Frame around(String line, String before, RecentLines recent, long number) {
        if (before.length() <= LONGEST_MARKS && before.chars().noneMatch(Character::isWhitespace)) {
            Frame above = words("", recent, number);
            return above.equals(Frame.UNKNOWN) ? null : above;
        }
        int mark = Math.max(line.lastIndexOf('\''), line.lastIndexOf('"'));
        int end = line.lastIndexOf("\\n", Math.max(0, mark));
        int close = end < 0 ? -1 : first(line, end + 2);
        String behind = close < 0 || line.length() - close > LONGEST_WRAPPED ? "" : line.substring(close + 1);
        Frame told = behind.isBlank() ? null : WORDS.frame(before + behind, "", clock);
        return told != null && told.tellsPlaces() ? told : null;
    }

    private static int first(String line, int from) {
        int single = line.indexOf('\'', from);
        int twofold = line.indexOf('"', from);
        return single < 0 ? twofold : twofold < 0 ? single : Math.min(single, twofold);
    }

    /** The line above, with the one before it if it was one line with that: it says no time then. */
    private Frame above(String last, RecentLines recent, String before, long number) {
        Frame alone = WORDS.frame(last, "", clock);
        if (alone != null && alone.time() != Captured.NO_TIME) {
            return alone;
        }
        String[] lines = recent.lastTwoBehind(LinePrefix.before(before), number);
        boolean two = lines.length == 2
                && lines[0].length() <= LONGEST_WRAPPED
                && lines[1].length() <= LONGEST_WRAPPED
                && !lines[0].isBlank()
                && !SipLines.isHeader(lines[0], 0);
        Frame both = two ? WORDS.frame(lines[0] + " " + lines[1], "", clock) : null;
        // The name of a field may stand between, alone in its line.
        boolean timed = both != null && both.time() != Captured.NO_TIME;
        if (!timed || !(both.tellsPlaces() || last.strip().indexOf(' ') < 0)) {
            return alone;
        }
        // What stands closest to the message is about it.
        return alone != null && alone.tellsPlaces() ? alone.at(both.time()) : both;
    }
}
