package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ringback.sip.MessageLine.Part;
import org.ringback.sip.MessageLine.Piece;

/** Cuts a message into lines whose parts are named and whose doubtful bytes are marked. Every byte but line ends is shown. */
public final class MessageLines {

    private final SipMessage message;
    private final MemorySegment bytes;
    private final List<MessageLine> lines = new ArrayList<>();
    private int header;

    private MessageLines(SipMessage message) {
        this.message = message;
        this.bytes = message.bytes();
    }

    public static List<MessageLine> of(SipMessage message) {
        var all = new MessageLines(message);
        all.cut();
        return List.copyOf(all.lines);
    }

    private void cut() {
        long size = bytes.byteSize();
        for (long from = 0; from < size; ) {
            long lineFeed = Ascii.find(bytes, from, size, '\n');
            long next = lineFeed < 0 ? size : lineFeed + 1;
            long to = lineFeed < 0 ? size : lineFeed;
            while (to > from && Ascii.at(bytes, to - 1) == '\r') {
                to--;
            }
            lines.add(line(from, to));
            from = next;
        }
    }

    private MessageLine line(long from, long to) {
        Part part = part(from, to);
        Optional<Header> own = part == Part.HEADER ? header(from) : Optional.empty();
        return new MessageLine(
                part, own.map(Header::name).orElse(""), new ByteRange(from, to), pieces(from, to, nameEnd(own, from)));
    }

    private Part part(long from, long to) {
        if (from < message.startLineRange().from()) {
            return Part.OUTSIDE;
        }
        if (from <= message.startLineRange().to() && from < message.body().from()) {
            return Part.START;
        }
        if (from < message.body().from()) {
            return from == to ? Part.SEPARATOR : Part.HEADER;
        }
        return from < message.body().to() ? Part.BODY : Part.OUTSIDE;
    }

    /** Lines and headers come in the same order, so each is looked at once. */
    private Optional<Header> header(long from) {
        List<Header> headers = message.headers();
        while (header < headers.size() && headers.get(header).range().to() <= from) {
            header++;
        }
        return header < headers.size() && headers.get(header).range().from() <= from
                ? Optional.of(headers.get(header))
                : Optional.empty();
    }

    /** Where the name ends, or -1 on a line that only goes on with a value. */
    private static long nameEnd(Optional<Header> header, long from) {
        return header.filter(own -> own.range().from() == from)
                .map(own -> from + own.written().getBytes(StandardCharsets.UTF_8).length)
                .orElse(-1L);
    }

    private List<Piece> pieces(long from, long to, long nameEnd) {
        var cuts = new TreeSet<Long>(List.of(from, to));
        if (nameEnd > from && nameEnd < to) {
            cuts.add(nameEnd);
        }
        List<Doubt> doubts = message.doubts().stream()
                .filter(doubt -> doubt.range().from() < to && doubt.range().to() > from)
                .toList();
        for (Doubt doubt : doubts) {
            cuts.add(Math.clamp(doubt.range().from(), from, to));
            cuts.add(Math.clamp(doubt.range().to(), from, to));
        }
        List<Piece> pieces = new ArrayList<>();
        long start = from;
        for (long end : cuts) {
            if (end > start) {
                long begin = start;
                pieces.add(new Piece(
                        text(begin, end),
                        end <= nameEnd,
                        doubts.stream()
                                .filter(doubt -> doubt.range().from() < end
                                        && doubt.range().to() > begin)
                                .toList()));
                start = end;
            }
        }
        return pieces;
    }

    private String text(long from, long to) {
        byte[] octets = bytes.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
        var text = new StringBuilder(new String(octets, StandardCharsets.UTF_8));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t') {
                text.setCharAt(i, (char) ('\u2400' + c));
            } else if (c == 0x7f) {
                text.setCharAt(i, '\u2421');
            }
        }
        return text.toString();
    }
}
