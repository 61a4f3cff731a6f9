package org.ringback.capture.file;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;

/**
 * What the header of a pcap says of its records (draft-ietf-opsawg-pcap); or what they say themselves, where it is lost.
 *
 * @param recordHeader bytes before each packet
 * @param first where the first record begins
 * @param lost whether anything of this was only seen by the records
 */
record PcapHeader(
        boolean littleEndian,
        boolean nanoseconds,
        int recordHeader,
        int linkType,
        long snapLength,
        long first,
        boolean lost) {

    static final int LENGTH = 24;
    static final int RECORD_HEADER = 16;
    private static final int PATCHED_RECORD_HEADER = 24;

    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;
    private static final int PATCHED = 0xA1B2CD34;

    static PcapHeader of(MemorySegment bytes) {
        PcapHeader said = said(bytes);
        return bytes.byteSize() < LENGTH ? said : LostHeader.of(bytes, said).orElse(said);
    }

    private static PcapHeader said(MemorySegment bytes) {
        int magic = Bytes.i32(bytes, 0);
        boolean littleEndian = (magic & 0xFF) == 0xA1;
        int inOrder = littleEndian ? Integer.reverseBytes(magic) : magic;
        boolean all = bytes.byteSize() >= LENGTH;
        return new PcapHeader(
                littleEndian,
                inOrder == NANOSECONDS,
                inOrder == PATCHED ? PATCHED_RECORD_HEADER : RECORD_HEADER,
                // The upper bits tell of frame check sequences.
                all ? (int) Bytes.u32(bytes, 20, littleEndian) & 0xFFFF : 0,
                all ? Bytes.u32(bytes, 16, littleEndian) : 0,
                LENGTH,
                /* lost= */ !known(magic));
    }

    /** Whether a file begins as a pcap does. */
    private static boolean known(int magic) {
        return isMagic(magic) || isMagic(Integer.reverseBytes(magic));
    }

    private static boolean isMagic(int magic) {
        return magic == MICROSECONDS || magic == NANOSECONDS || magic == PATCHED;
    }
}
