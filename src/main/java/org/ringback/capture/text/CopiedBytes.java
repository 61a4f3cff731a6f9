package org.ringback.capture.text;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.sip.MessageFramer;

/**
 * Packets or messages copied as digits without offsets: as a stream of hexadecimal digits ({@code xxd -p} too), as arrays of
 * C, as an escaped string, as Base64. Only a text that holds nothing else is one.
 *
 * <p>Bounds: texts of up to 64 MiB.
 */
public final class CopiedBytes implements DumpedPackets {

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int LEAST = 20;
    /** Nothing, null, Ethernet with and without tags, Linux cooked. */
    private static final int[] BEFORE_IP = {0, 4, 14, 16, 18, 20, 22};

    private static final int LONGEST_WRAPPED = 160;

    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{2,}");
    private static final Pattern ARRAY_BYTE = Pattern.compile("0[xX]([0-9A-Fa-f]{1,2})");
    private static final Pattern ARRAY_HEAD = Pattern.compile("^[\\w\\s*]{0,80}\\[[\\w\\s]{0,20}\\]\\s*=\\s*\\{");
    private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9A-Fa-f]{2})");
    private static final Pattern ESCAPED_ROW = Pattern.compile("^\"?(?:\\\\x[0-9A-Fa-f]{2}){8}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{4,}={0,2}");

    @SuppressWarnings("ArrayRecordComponent")
    private record Blob(byte[] bytes, long line) {}

    private final List<Blob> blobs;
    private final long size;
    private int next;

    private CopiedBytes(List<Blob> blobs, long size) {
        this.blobs = blobs;
        this.size = size;
    }

    /** The packets in a text; null if it is not written like this. */
    public static CopiedBytes of(MemorySegment text) {
        String head = TextShape.headOf(text);
        String first = firstLine(head);
        if (text.byteSize() > LARGEST || first.length() < LEAST / 2) {
            return null;
        }
        List<Blob> blobs = List.of();
        if (ARRAY_HEAD.matcher(first).find() || first.startsWith("0x")) {
            blobs = arrays(text);
        } else if (ESCAPED_ROW.matcher(first).lookingAt()) {
            blobs = escaped(text);
        } else if (HEX.matcher(first).matches() && first.length() >= LEAST) {
            blobs = digits(text);
        } else if (BASE64.matcher(first).matches() && first.length() >= LEAST) {
            blobs = base64(text);
        }
        return blobs.isEmpty() || !holdsSomething(blobs.getFirst().bytes)
                ? null
                : new CopiedBytes(blobs, text.byteSize());
    }

    /** Whether bytes are a message, a capture, or a packet of IP behind one of the usual headers: a checksum is none. */
    private static boolean holdsSomething(byte[] bytes) {
        if (bytes.length > 3 && DumpedFile.beginsCapture(bytes)) {
            return true;
        }
        MemorySegment segment = MemorySegment.ofArray(bytes);
        if (MessageFramer.startsMessage(segment, 0, bytes.length)) {
            return true;
        }
        for (int at : BEFORE_IP) {
            boolean v4 = bytes.length >= at + LEAST && (bytes[at] & 0xF0) == 0x40 && (bytes[at] & 0x0F) >= 5;
            boolean v6 = bytes.length >= at + 2 * LEAST && (bytes[at] & 0xF0) == 0x60;
            int total = v4 ? u16(bytes, at + 2) : v6 ? u16(bytes, at + 4) + 40 : 0;
            if (total > LEAST && total <= bytes.length - at) {
                return true;
            }
        }
        return false;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private static String firstLine(String head) {
        return head.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("/*") && !line.startsWith("//"))
                .findFirst()
                .orElse("");
    }

    private static List<Blob> digits(MemorySegment text) {
        List<String> rows = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        Lines lines = new Lines(text);
        while (lines.advance()) {
            String row = whole(lines).strip();
            if (row.isEmpty()) {
                continue;
            }
            if (!HEX.matcher(row).matches() || row.length() % 2 != 0) {
                return List.of();
            }
            rows.add(row);
            numbers.add(lines.number());
        }
        boolean wrapped = rows.size() > 1 && rows.getFirst().length() <= LONGEST_WRAPPED && equallyLong(rows);
        List<Blob> blobs = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            if (wrapped) {
                all.append(rows.get(i));
            } else {
                blobs.add(new Blob(fromHex(rows.get(i)), numbers.get(i)));
            }
        }
        return wrapped ? List.of(new Blob(fromHex(all.toString()), numbers.getFirst())) : blobs;
    }

    /** Whether a long row was cut into these. */
    private static boolean equallyLong(List<String> rows) {
        int length = rows.getFirst().length();
        return rows.subList(0, rows.size() - 1).stream().allMatch(row -> row.length() == length)
                && rows.getLast().length() <= length;
    }

    private static List<Blob> arrays(MemorySegment text) {
        List<Blob> blobs = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long begin = 1;
        Lines lines = new Lines(text);
        while (lines.advance()) {
            String row = whole(lines);
            if (bytes.size() == 0) {
                begin = lines.number();
            }
            int remark = row.indexOf("/*");
            row = remark < 0 ? row : row.substring(0, remark);
            Matcher value = ARRAY_BYTE.matcher(row);
            while (value.find()) {
                bytes.write(Integer.parseInt(value.group(1), 16));
            }
            if (row.indexOf('}') >= 0 && bytes.size() > 0) {
                blobs.add(new Blob(bytes.toByteArray(), begin));
                bytes.reset();
            }
        }
        if (bytes.size() > 0) {
            blobs.add(new Blob(bytes.toByteArray(), begin));
        }
        return blobs;
    }

    /** A string that goes on in the next line has a backslash at its end, or another quotation mark before it. */
    private static List<Blob> escaped(MemorySegment text) {
        List<Blob> blobs = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Lines lines = new Lines(text);
        long begin = 1;
        while (lines.advance()) {
            String row = whole(lines).strip();
            if (bytes.size() == 0) {
                begin = lines.number();
            }
            Matcher value = ESCAPED.matcher(row);
            while (value.find()) {
                bytes.write(Integer.parseInt(value.group(1), 16));
            }
            boolean wholeString = row.length() > LONGEST_WRAPPED && !row.endsWith("\\");
            boolean ends = row.isEmpty() || row.endsWith(";") || row.endsWith(",") || wholeString;
            if (ends && bytes.size() > 0) {
                blobs.add(new Blob(bytes.toByteArray(), begin));
                bytes.reset();
            }
        }
        if (bytes.size() > 0) {
            blobs.add(new Blob(bytes.toByteArray(), begin));
        }
        return blobs;
    }

    private static List<Blob> base64(MemorySegment text) {
        List<Blob> blobs = new ArrayList<>();
        StringBuilder digits = new StringBuilder();
        Lines lines = new Lines(text);
        long begin = 1;
        while (lines.advance()) {
            String row = whole(lines).strip();
            if (digits.isEmpty()) {
                begin = lines.number();
            }
            if (!row.isEmpty() && !BASE64.matcher(row).matches()) {
                return List.of();
            }
            digits.append(row);
            if ((row.isEmpty() || row.endsWith("=") || row.length() > LONGEST_WRAPPED) && !digits.isEmpty()) {
                if (!add(digits.toString(), begin, blobs)) {
                    return List.of();
                }
                digits.setLength(0);
            }
        }
        return digits.isEmpty() || add(digits.toString(), begin, blobs) ? blobs : List.of();
    }

    private static boolean add(String digits, long line, List<Blob> blobs) {
        try {
            blobs.add(new Blob(Base64.getDecoder().decode(digits), line));
            return true;
        } catch (IllegalArgumentException e) {
            // A word that only looks like it.
            return false;
        }
    }

    private static String whole(Lines lines) {
        if (lines.length() <= Lines.LOOKED_AT) {
            return lines.text();
        }
        byte[] bytes = lines.bytes()
                .asSlice(lines.contentBegin(), lines.length())
                .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] fromHex(String digits) {
        byte[] bytes = new byte[digits.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)
                    (Character.digit(digits.charAt(2 * i), 16) << 4 | Character.digit(digits.charAt(2 * i + 1), 16));
        }
        return bytes;
    }

    /** All of it in one piece: what was copied may be a whole capture. */
    MemorySegment joined() {
        return blobs.size() == 1 ? MemorySegment.ofArray(blobs.getFirst().bytes) : MemorySegment.NULL;
    }

    @Override
    public boolean advance() {
        return next++ < blobs.size();
    }

    @Override
    public byte[] bytes() {
        return blobs.get(next - 1).bytes;
    }

    @Override
    public int length() {
        return bytes().length;
    }

    @Override
    public long time() {
        return Captured.NO_TIME;
    }

    @Override
    public long line() {
        return blobs.get(next - 1).line;
    }

    @Override
    public long position() {
        return blobs.isEmpty() ? size : size * Math.min(next, blobs.size()) / blobs.size();
    }
}
