package org.ringback.capture;

import java.lang.foreign.MemorySegment;
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
    ZIP("zip");

    private static final int PROBED = 4096;

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
        return this == PCAP || this == PCAPNG || this == GZIP || this == TEXT;
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
            case 0x504B0304 -> {
                return ZIP;
            }
            default -> {}
        }
        if (magic >>> 16 == 0x1F8B) {
            return GZIP;
        }
        if (magic >>> 8 == 0x425A68) {
            return BZIP2;
        }
        if (erf(bytes)) {
            return ERF;
        }
        return binary(bytes, magic) ? BINARY : TEXT;
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
            if (type == 0 || type > 48 || length < 16 || seconds < 0x2000_0000L) {
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

    /** A log may be UTF-16, which is full of zeros but begins with a mark. */
    private static boolean binary(MemorySegment bytes, int magic) {
        if (magic >>> 16 == 0xFEFF || magic >>> 16 == 0xFFFE) {
            return false;
        }
        long end = Math.min(bytes.byteSize(), PROBED);
        int controls = 0;
        for (long at = 0; at < end; at++) {
            int character = Bytes.u8(bytes, at);
            // Colours of a terminal.
            if (Bytes.control(character) && character != 0x1B) {
                controls++;
            }
        }
        return controls > end / 16;
    }
}
