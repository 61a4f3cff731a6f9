package org.ringback.capture;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.file.LostHeader;
import org.ringback.capture.payload.Bytes;

/** What a file is, by its first bytes. */
enum FileKind {
    PCAP(""),
    PCAPNG(""),
    GZIP(""),
    TEXT(""),
    BINARY(""),
    NETMON("NetMon"),
    SNOOP("snoop"),
    ERF("ERF"),
    SNIFFER("Sniffer"),
    XZ("xz"),
    ZSTANDARD("zstd"),
    LZ4("lz4"),
    BZIP2("bzip2"),
    ZIP("zip"),
    SEVEN_ZIP("7z"),
    RAR("rar"),
    COMPRESS("compress");

    private static final int PROBED = 4096;

    /** So many zeros may stand before a text. */
    private static final int ZEROS = 1 << 20;

    private final String unsupported;

    FileKind(String unsupported) {
        this.unsupported = unsupported;
    }

    /** The name of a kind that is known but not read, else empty. */
    String unsupported() {
        return unsupported;
    }

    /** Whether there may be messages in it that can be read. */
    boolean read() {
        return this == PCAP || this == PCAPNG || this == GZIP || this == ZIP || this == TEXT;
    }

    static FileKind of(MemorySegment bytes) {
        if (bytes.byteSize() < 4) {
            return TEXT;
        }
        int magic = Bytes.i32(bytes, 0);
        switch (magic) {
            case 0xA1B2C3D4, 0xD4C3B2A1, 0xA1B23C4D, 0x4D3CB2A1, 0xA1B2CD34, 0x34CDB2A1 -> {
                return PCAP;
            }
            case 0x0A0D0D0A -> {
                return PCAPNG;
            }
            case 0x474D4255 -> {
                return NETMON;
            }
            case 0x736E6F6F -> {
                return SNOOP;
            }
            case 0x58435000 -> {
                return SNIFFER;
            }
            case 0xFD377A58 -> {
                return XZ;
            }
            case 0x28B52FFD -> {
                return ZSTANDARD;
            }
            case 0x04224D18 -> {
                return LZ4;
            }
            case 0x504B0304, 0x504B0506, 0x504B0708 -> {
                return ZIP;
            }
            case 0x377ABCAF -> {
                return SEVEN_ZIP;
            }
            case 0x52617221 -> {
                return RAR;
            }
            default -> {}
        }
        if (packed(bytes)) {
            return GZIP;
        }
        if (magic >>> 16 == 0x1F9D) {
            return COMPRESS;
        }
        if (magic >>> 8 == 0x425A68) {
            return BZIP2;
        }
        if (erf(bytes)) {
            return ERF;
        }
        FileKind kind = binary(bytes, magic) ? BINARY : TEXT;
        FileKind found = bytes.byteSize() > 24 && zeros(bytes) ? headless(bytes, kind) : kind;
        return found == BINARY && GzipHeader.nearly(bytes) ? GZIP : found;
    }

    /** Whether it begins as a gzip file must (RFC 1952). */
    static boolean packed(MemorySegment bytes) {
        return bytes.byteSize() > 1 && Bytes.u8(bytes, 0) == 0x1F && Bytes.u8(bytes, 1) == 0x8B;
    }

    /** Whether there are zeros in its first bytes, as in no text but that of UTF-16 or after damage. */
    private static boolean zeros(MemorySegment bytes) {
        long end = Math.min(bytes.byteSize(), PROBED);
        for (long at = 0; at < end; at++) {
            if (Bytes.u8(bytes, at) == 0) {
                return true;
            }
        }
        return false;
    }

    /** A capture whose header is damaged still has its records. */
    private static FileKind headless(MemorySegment bytes, FileKind kind) {
        return LostHeader.pcap(bytes) ? PCAP : LostHeader.pcapng(bytes) ? PCAPNG : kind;
    }

    /** ERF has no magic number: its records must lead from one to the next (a time, a type, flags, a length). */
    private static boolean erf(MemorySegment bytes) {
        long at = 0;
        int records = 0;
        long second = -1;
        while (records < 3 && bytes.byteSize() - at >= 16) {
            int type = Bytes.u8(bytes, at + 8) & 0x7F;
            int length = Bytes.u16(bytes, at + 10);
            long seconds = Bytes.u32(bytes, at + 4, true);
            if (type == 0 || type > 48 || length < 16 || seconds < 0x2000_0000L || isText(bytes, at)) {
                return false;
            }
            if (second >= 0 && Math.abs(seconds - second) > 86_400) {
                return false;
            }
            second = seconds;
            at += length;
            records++;
        }
        return records > 0 && at <= bytes.byteSize() + 65_536 && (records == 3 || at == bytes.byteSize());
    }

    /** Whether the head of a record could stand in a text: blanks at its beginning look like a head too. */
    private static boolean isText(MemorySegment bytes, long from) {
        for (long at = from; at < from + 16; at++) {
            int character = Bytes.u8(bytes, at);
            if (character >= 0x7F || Bytes.control(character)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A log may be UTF-16, which is full of zeros but begins with a mark, and a crash or a sparse file leaves zeros in any
     * log: what else is there tells. Where there is nothing else at first, it is looked for further on.
     */
    private static boolean binary(MemorySegment bytes, int magic) {
        if (magic >>> 16 == 0xFEFF || magic >>> 16 == 0xFFFE) {
            return false;
        }
        long begin = 0;
        long furthest = Math.min(bytes.byteSize(), ZEROS);
        while (begin < furthest && Bytes.u8(bytes, begin) == 0) {
            begin++;
        }
        long end = Math.min(bytes.byteSize(), begin + PROBED);
        int controls = 0;
        int zeros = 0;
        int others = 0;
        for (long at = begin; at < end; at++) {
            int character = Bytes.u8(bytes, at);
            if (character == 0) {
                zeros++;
            } else if (Bytes.control(character) && character != 0x1B) {
                // Colours of a terminal aside.
                controls++;
            } else if (character >= 0x80) {
                int following = utf8(bytes, at, end);
                others += following == 0 ? 1 : 0;
                at += following;
            }
        }
        if (wide(bytes, begin, end)) {
            return false;
        }
        long readable = end - begin - zeros;
        boolean zeroed = begin > 0 || zeros > 0;
        // With zeros in it, it must look like text very much.
        return readable == 0 || controls > readable / 16 || (zeroed && controls + others > readable / 32);
    }

    /** How many bytes of a character of UTF-8 follow its first one; 0 if it is none. */
    private static int utf8(MemorySegment bytes, long at, long end) {
        int first = Bytes.u8(bytes, at);
        int following = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
        for (int i = 1; i <= following; i++) {
            if (at + i >= end || (Bytes.u8(bytes, at + i) & 0xC0) != 0x80) {
                return 0;
            }
        }
        return following;
    }

    /** Whether it is UTF-16 without a mark: three of four characters are of ASCII, so each second byte is zero. */
    private static boolean wide(MemorySegment bytes, long begin, long end) {
        int[] ascii = new int[2];
        for (long at = begin & ~1L; at + 1 < end; at += 2) {
            int first = Bytes.u8(bytes, at);
            int second = Bytes.u8(bytes, at + 1);
            ascii[0] += first == 0 && isAscii(second) ? 1 : 0;
            ascii[1] += second == 0 && isAscii(first) ? 1 : 0;
        }
        long pairs = (end - begin) / 2;
        return pairs > 16 && Math.max(ascii[0], ascii[1]) * 4L > pairs * 3;
    }

    private static boolean isAscii(int character) {
        return character < 0x7F && !Bytes.control(character);
    }
}
