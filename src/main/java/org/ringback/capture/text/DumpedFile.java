package org.ringback.capture.text;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.time.ZoneOffset;
import java.util.Optional;

/** A whole file written down in a text: {@code xxd}, {@code hexdump -C} or {@code od} of a capture, or its bytes in Base64. */
public final class DumpedFile {

    private static final int LARGEST = 256 * 1024 * 1024;

    private DumpedFile() {}

    /** The bytes of the file, if they begin as a capture does. */
    public static Optional<MemorySegment> of(MemorySegment text) {
        if (HexDump.is(text)) {
            HexDump dump = new HexDump(text.asSlice(0, Math.min(text.byteSize(), TextShape.HEAD)), ZoneOffset.UTC);
            boolean capture = dump.advance() && dump.length() > 3 && beginsCapture(dump.bytes());
            return capture && text.byteSize() <= LARGEST ? Optional.of(rows(text)) : Optional.empty();
        }
        CopiedBytes copied = CopiedBytes.of(text);
        if (copied == null || copied.joined().byteSize() < 4) {
            return Optional.empty();
        }
        MemorySegment bytes = copied.joined();
        byte[] first = bytes.asSlice(0, 4).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
        return beginsCapture(first) ? Optional.of(bytes) : Optional.empty();
    }

    static boolean beginsCapture(byte[] bytes) {
        int magic = (bytes[0] & 0xFF) << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
        return switch (magic) {
            case 0xA1B2C3D4, 0xD4C3B2A1, 0xA1B23C4D, 0x4D3CB2A1, 0x0A0D0D0A -> true;
            default -> magic >>> 16 == 0x1F8B;
        };
    }

    /** An asterisk stands for lines that are like the one before them. */
    private static MemorySegment rows(MemorySegment text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.min(LARGEST, text.byteSize() / 3));
        HexDump.DumpRow row = new HexDump.DumpRow();
        Lines lines = new Lines(text);
        byte[] last = new byte[0];
        boolean repeated = false;
        while (lines.advance()) {
            String line = lines.text();
            if (line.strip().equals("*")) {
                repeated = true;
            } else if (row.read(line)) {
                while (repeated && last.length > 0 && bytes.size() < row.offset() && bytes.size() < LARGEST) {
                    bytes.writeBytes(last);
                }
                repeated = false;
                last = row.copy();
                bytes.writeBytes(last);
            }
        }
        return MemorySegment.ofArray(bytes.toByteArray());
    }
}
