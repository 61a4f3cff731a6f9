package org.ringback.capture;

import java.lang.foreign.MemorySegment;
import java.time.ZoneId;
import java.util.Optional;
import org.ringback.capture.text.CopiedBytes;
import org.ringback.capture.text.DumpedFile;
import org.ringback.capture.text.DumpedPackets;
import org.ringback.capture.text.HexDump;
import org.ringback.capture.text.QuotedWhole;

/**
 * What a text file holds: another file that was written out in it, packets as digits, or a log.
 *
 * @param bytes what is to be read: those of the other file, or of the text without what was put before all of its lines
 * @param file whether they are those of another file
 * @param packets the packets that are written as digits; empty if there are none
 */
record TextContent(MemorySegment bytes, boolean file, Optional<DumpedPackets> packets) {

    static TextContent of(MemorySegment text) {
        MemorySegment bytes = QuotedWhole.of(text).orElse(text);
        return DumpedFile.of(bytes)
                .map(dumped -> new TextContent(dumped, true, Optional.empty()))
                .orElseGet(() -> new TextContent(bytes, false, packets(bytes)));
    }

    private static Optional<DumpedPackets> packets(MemorySegment text) {
        return HexDump.is(text)
                ? Optional.of(new HexDump(text, ZoneId.systemDefault()))
                : Optional.ofNullable(CopiedBytes.of(text));
    }
}
