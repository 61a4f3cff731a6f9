package org.ringback.capture.text;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dump or a tree of packets that somebody passed on with a mark before each line: quoted in a mail, or with the numbers of
 * its lines. Such texts are read as a whole, so the marks are taken off before anybody looks what they are.
 */
public final class QuotedWhole {

    private static final List<Pattern> MARKS = List.of(
            Pattern.compile("^(?:\\s{0,8}(?:>|\u00c2\u00bb|&gt;) ?){1,8}"),
            Pattern.compile("^\\s{0,8}(?:\\||\u00e2\u0094[\u0082\u0083]) ?"),
            Pattern.compile("^\\s{0,8}\\d{1,7}(?:\\t|: ?|\\| ?| ?\u00e2\u0094\u0082 ?)"),
            Pattern.compile("^\\+"));

    /** As Markdown has code. */
    private static final Pattern INDENTED = Pattern.compile("^(?: {4}|\t)");

    /** Those that are nothing else. */
    private static final int SURE = 2;

    private static final int LARGEST = 256 * 1024 * 1024;

    /** Greetings and signatures stand around what is quoted. */
    private static final int MOST_OF_TEN = 7;

    private QuotedWhole() {}

    /** The text without such marks, line for line; empty if it has none, or is nothing to be read as a whole without them. */
    public static Optional<MemorySegment> of(MemorySegment text) {
        if (text.byteSize() > LARGEST || HexDump.is(text)) {
            return Optional.empty();
        }
        // A number at the beginning of its lines may be the text's own.
        List<Pattern> marks = TextReader.isWhole(text) ? MARKS.subList(0, SURE) : MARKS;
        MemorySegment head = text.asSlice(0, Math.min(text.byteSize(), TextShape.HEAD));
        if (isBeforeAll(INDENTED, head) && isWhole(without(INDENTED, head))) {
            return Optional.of(without(INDENTED, text));
        }
        for (Pattern mark : marks) {
            if (isBeforeMost(mark, head) && isWhole(without(mark, head))) {
                return Optional.of(without(mark, text));
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(MemorySegment text) {
        return HexDump.is(text) || TextReader.isWhole(text);
    }

    private static boolean isBeforeAll(Pattern mark, MemorySegment head) {
        Lines lines = new Lines(head);
        int found = 0;
        while (lines.advance()) {
            boolean marked = mark.matcher(lines.text()).find();
            if (!marked && !lines.text().isBlank()) {
                return false;
            }
            found += marked ? 1 : 0;
        }
        return found > 2;
    }

    private static boolean isBeforeMost(Pattern mark, MemorySegment head) {
        Lines lines = new Lines(head);
        Predicate<String> marked = line -> mark.matcher(line).find();
        int count = 0;
        int found = 0;
        while (lines.advance()) {
            count += lines.text().isBlank() ? 0 : 1;
            found += marked.test(lines.text()) ? 1 : 0;
        }
        return found > 2 && found * 10L >= (long) count * MOST_OF_TEN;
    }

    private static MemorySegment without(Pattern mark, MemorySegment text) {
        Lines lines = new Lines(text);
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) text.byteSize());
        while (lines.advance()) {
            Matcher found = mark.matcher(lines.text());
            int taken = found.find() ? found.end() : 0;
            long from = lines.contentBegin() + taken;
            out.writeBytes(text.asSlice(from, lines.next() - from).toArray(ValueLayout.JAVA_BYTE));
        }
        return MemorySegment.ofArray(out.toByteArray());
    }
}
