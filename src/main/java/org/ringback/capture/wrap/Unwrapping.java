package org.ringback.capture.wrap;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A text without what people and programs have put around its lines, piece by piece. Whether there is anything around them
 * is judged by the whole text if it is short, and by samples from all over it if it is long: a plain log is not copied.
 *
 * <p>Bounds: a piece is 2 MiB of the file, or one line that is longer, up to 64 MiB of it.
 */
public final class Unwrapping {

    /** The outermost first; what is inside of another is found in the next round. */
    private static final List<Wrapping> ALL = List.of(
            new OtherLineEnds(),
            new JournalExport(),
            new Nuls(),
            new PageHeads(),
            new TerminalRecords(),
            new TerminalEdits(),
            new Colors(),
            new DumpedMessages(),
            new Padding(),
            new EndMarks(),
            new RichText(),
            new PercentCodes(),
            new CodedMessages(),
            new AwsEvents(),
            new CriLines(),
            new EventExtensions(),
            new JournalVerbose(),
            new MailBase64(),
            new MailAlternatives(),
            new WrappedBase64(),
            new AdjacentStrings(),
            new ChatStamps(),
            new MadeValues(),
            new NamedValues(),
            new NumberedLists(),
            new JsonStrings(),
            new InfluxLines(),
            new MarkedRecords(),
            new AirMessages(),
            new ListedLines(),
            new IndentedJson(),
            new JsonLines(),
            new VerticalTable(),
            new BoxedTable(),
            new AlignedTable(),
            new SqlInserts(),
            new StartLineCells(),
            new ContinuedStrings(),
            new DelimitedTable(),
            new ClosingMarks(),
            new SidedQuotes(),
            new DoubledQuotes(),
            new ParsedAndRaw(),
            new QuotedLines(),
            new WindowsEvents(),
            new XmlRecords(),
            new CdataMessages(),
            new XmlFields(),
            new SonusRecords(),
            new QuotedPrintable(),
            new LineEndEntities(),
            new HtmlTable(),
            new HtmlTags(),
            new HtmlEntities(),
            new InvisibleBlanks(),
            new PrintedSigns(),
            new ArrowSigns(),
            new SpacedStartLines(),
            new CodeMarks(),
            new BbTags(),
            new DecimalEscapes(),
            new BackslashEscapes(),
            new BoldMarks(),
            new WebLinks(),
            new CaretRemarks(),
            new HiddenAddresses(),
            new NumbersBetween(),
            new LineNumbers(),
            new GrepContext(),
            new TableBars(),
            new ScreenColumns(),
            new LeftPane(),
            new DoubledBlanks(),
            new FieldsAbove(),
            new NamesOverValues(),
            new WrappedLines(),
            new LostLineEnds());

    private static final int ROUNDS = 5;
    private static final int LOOKED_AT_WHOLLY = 512 * 1024;
    private static final int SAMPLES = 8;
    private static final int SAMPLE = 48 * 1024;
    private static final int PIECE = 2 * 1024 * 1024;
    private static final int LONGEST_LINE = 64 * 1024 * 1024;

    private final MemorySegment text;
    private final boolean loneCrs;
    private long begin;
    private long number = 1;

    /** All of the text, whether there is anything to take off or not. */
    public Unwrapping(MemorySegment text) {
        this.text = text;
        loneCrs = Rows.endInCrs(string(text, 0, Math.min(text.byteSize(), SAMPLE)));
    }

    /** Whether there is anything around the lines of a text. */
    public static boolean isNeeded(MemorySegment text) {
        long size = text.byteSize();
        if (size <= LOOKED_AT_WHOLLY) {
            return isNeeded(text, 0, size);
        }
        for (int i = 0; i < SAMPLES; i++) {
            long from = (size - SAMPLE) / (SAMPLES - 1) * i;
            if (isOfOneLine(text, from) || isNeeded(text, from, from + SAMPLE)) {
                return true;
            }
        }
        return false;
    }

    /** Nothing can be judged by a part of a line: it may hold messages in records. */
    private static boolean isOfOneLine(MemorySegment text, long from) {
        for (long at = from; at < from + SAMPLE; at++) {
            byte value = text.get(ValueLayout.JAVA_BYTE, at);
            if (value == '\n' || value == '\r') {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isNeeded(MemorySegment text, long from, long to) {
        if (Rows.endInCrs(string(text, from, to))) {
            return true;
        }
        List<TextRow> rows = Rows.of(text.asSlice(from, to - from), 1, false);
        // The same rows again: nothing was taken off, and to compare all of them would take long.
        return once(rows) != rows;
    }

    private static List<TextRow> once(List<TextRow> rows) {
        List<TextRow> peeled = rows;
        for (Wrapping wrapping : ALL) {
            peeled = wrapping.peel(peeled);
        }
        return peeled;
    }

    /** The next piece, or null at the end. */
    @SuppressWarnings("ReferenceEquality")
    public Piece next() {
        if (begin >= text.byteSize()) {
            return null;
        }
        long end = endOfPiece();
        List<TextRow> rows = Rows.of(text.asSlice(begin, end - begin), number, loneCrs);
        number += Rows.count(rows);
        begin = end;
        for (int round = 0; round < ROUNDS; round++) {
            List<TextRow> peeled = once(rows);
            // The same rows again: nothing was taken off, and to compare all of them would take long.
            if (peeled == rows) {
                break;
            }
            rows = peeled;
        }
        return Rows.joined(rows, end);
    }

    /** A piece ends before a message, so that no message is judged by a half of it. */
    private long endOfPiece() {
        if (text.byteSize() - begin <= PIECE) {
            return text.byteSize();
        }
        long end = lineEnd(begin + PIECE);
        String tail = string(text, Math.max(begin, end - SAMPLE), end);
        int start = Math.max(tail.lastIndexOf(" SIP/2.0"), tail.lastIndexOf("SIP/2.0 "));
        int line = start < 0 ? -1 : tail.lastIndexOf(loneCrs ? '\r' : '\n', start);
        return line <= 0 ? end : end - tail.length() + line + 1;
    }

    private long lineEnd(long from) {
        long limit = Math.min(text.byteSize(), from + LONGEST_LINE);
        for (long at = from; at < limit; at++) {
            byte value = text.get(ValueLayout.JAVA_BYTE, at);
            if (value == '\n' || (loneCrs && value == '\r')) {
                return at + 1;
            }
        }
        return limit;
    }

    private static String string(MemorySegment text, long from, long to) {
        return new String(text.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }
}
