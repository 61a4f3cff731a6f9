package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wrap.HeaderLine;
import org.ringback.capture.wrap.HexRow;
import org.ringback.sip.MessageFramer;

/**
 * Packets printed as hexadecimal digits: {@code tshark -x}, Wireshark's export of packet bytes, {@code tcpdump -x}, {@code -X}
 * and {@code -XX}, {@code hexdump -C}, {@code xxd}, {@code od -Ax -tx1}. A line is an offset, up to 16 bytes, and perhaps the
 * same as characters; a packet begins at offset 0. A line before it may say when it was sent.
 */
public final class HexDump implements DumpedPackets {

    /** As in {@code capture}: a longer packet is none. */
    private static final int LONGEST = 262_144;

    private static final int BYTES_OF_LINE = 16;

    private static final int LONGEST_LOG = 1024 * 1024;

    /** So many lines are looked at to find out whether a text is a dump. */
    private static final int PROBED = 400;

    /** Bytes that tshark -x prints once more, put together from those of packets. */
    private static final Pattern DERIVED = Pattern.compile(
            "^(?:Reassembled|Decrypted|Uncompressed|Decompressed|De-chunked|Defragmented|Unfragmented)\\b.{0,60}\\(\\d{1,9}"
                + " bytes?\\):");

    private final Lines lines;
    private final LogClock clock;
    private byte[] packet = new byte[2048];
    private int length;
    private long line;
    private long time = Captured.NO_TIME;
    private long announced = Captured.NO_TIME;
    private boolean ready;

    /** @param here the zone of times whose zone is not written */
    public HexDump(MemorySegment text, ZoneId here) {
        lines = new Lines(text);
        clock = LogClock.of(text, here);
        ready = toNextPacket();
    }

    /** Whether a text is a dump: most of its lines are lines of one, at offsets that follow each other. */
    public static boolean is(MemorySegment text) {
        var lines = new Lines(text.asSlice(0, Math.min(text.byteSize(), TextShape.HEAD)));
        var row = new DumpRow();
        int dumped = 0;
        int others = 0;
        int followed = 0;
        long expected = -1;
        for (int count = 0; count < PROBED && lines.advance(); count++) {
            String line = lines.text();
            if (row.read(line)) {
                dumped++;
                followed += row.offset == expected ? 1 : 0;
                expected = row.offset + row.count;
            } else if (!line.isBlank()) {
                others++;
            }
        }
        return followed > 0 && dumped > others && !hasTwoSides(TextShape.headOf(text));
    }

    /**
     * Whether a log dumps messages without the packets they came in: what it says above them is read as in any log. A longer
     * text is none, for such a log is read in pieces, which might end within a message.
     */
    public static boolean isOfMessages(MemorySegment text) {
        HexDump dump = new HexDump(text.asSlice(0, Math.min(text.byteSize(), TextShape.HEAD)), ZoneOffset.UTC);
        return text.byteSize() <= LONGEST_LOG
                && dump.advance()
                && MessageFramer.startsMessage(MemorySegment.ofArray(dump.packet), 0, dump.length);
    }

    /** Whether it is a dump of a conversation, in which the lines of one side are indented. */
    static boolean hasTwoSides(String head) {
        var row = new DumpRow();
        boolean first = false;
        boolean second = false;
        for (String line : head.lines().limit(PROBED).toList()) {
            if (!line.isEmpty() && row.read(line)) {
                boolean indented = line.startsWith("\t") || line.startsWith("    ");
                first |= !indented;
                second |= indented;
            }
        }
        return first && second;
    }

    @Override
    public boolean advance() {
        if (!ready) {
            return false;
        }
        ready = false;
        line = lines.number();
        length = 0;
        var row = new DumpRow();
        boolean more = true;
        while (more && row.read(lines.text()) && row.offset == length && length + row.count <= LONGEST) {
            if (length + row.count > packet.length) {
                packet = Arrays.copyOf(packet, 2 * packet.length);
            }
            row.copyTo(packet, length);
            length += row.count;
            more = lines.advance();
        }
        time = announced;
        announced = more ? announcedBy(lines.text()) : Captured.NO_TIME;
        ready = more && (startsPacket(lines.text()) || toNextPacket());
        return true;
    }

    private boolean toNextPacket() {
        String title = lines.text();
        boolean passing = false;
        while (lines.advance()) {
            String text = lines.text();
            if (startsPacket(text) && !DERIVED.matcher(title).find()) {
                return true;
            }
            boolean row = new DumpRow().read(text);
            // The bytes end at an empty line, and those of the next packet may have no title.
            title = row || (text.isBlank() && !passing) ? title : text;
            passing = row;
            long said = announcedBy(text);
            announced = said == Captured.NO_TIME ? announced : said;
        }
        return false;
    }

    private long announcedBy(String text) {
        // tcpdump -v prints the message before its bytes: a Date header does not say when it was sent.
        boolean said = !new DumpRow().read(text) && !HeaderLine.isAt(text.strip(), 0);
        return said ? clock.startOf(text) : Captured.NO_TIME;
    }

    private static boolean startsPacket(String text) {
        var row = new DumpRow();
        return row.read(text) && row.offset == 0;
    }

    @Override
    public byte[] bytes() {
        return packet;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public long time() {
        return time;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public long position() {
        return lines.next();
    }

    /** One line of a dump. */
    static final class DumpRow {

        private final HexRow row = new HexRow(BYTES_OF_LINE, " \t", 2 * BYTES_OF_LINE);
        private long offset;
        private int count;

        long offset() {
            return offset;
        }

        void copyTo(byte[] bytes, int at) {
            System.arraycopy(row.bytes(), 0, bytes, at, count);
        }

        byte[] copy() {
            return Arrays.copyOf(row.bytes(), count);
        }

        /** False if the line is none of a dump. */
        boolean read(String line) {
            int behind = row.offset(line, HexRow.blanks(line, 0));
            if (behind < 0) {
                return false;
            }
            boolean colon = behind < line.length() && line.charAt(behind) == ':';
            int from = colon ? behind + 1 : behind;
            offset = row.offset();
            // Without a blank a longer number is none.
            boolean apart = from < line.length() && HexRow.blanks(line, from) > from;
            if (apart) {
                row.read(line, from, BYTES_OF_LINE);
            }
            count = apart ? row.count() : 0;
            return count > 0;
        }
    }
}
