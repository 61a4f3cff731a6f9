package org.ringback.capture;

import java.lang.foreign.MemorySegment;
import java.time.ZoneId;
import java.util.Optional;
import org.ringback.capture.text.AttachedFile;
import org.ringback.capture.text.CopiedBytes;
import org.ringback.capture.text.DumpedFile;
import org.ringback.capture.text.DumpedPackets;
import org.ringback.capture.text.HexDump;
import org.ringback.capture.text.QuotedWhole;

/**
 * What a text file holds: another file that was written out in it, packets as digits, or a log.
 *
 * @param within what is to be read instead: the other file, or the text without what was put before all of its lines
 * @param file whether it is another file
 * @param packets the packets that are written as digits; empty if there are none
 */
record TextContent(Optional<MemorySegment> within, boolean file, Optional<DumpedPackets> packets) {

    static TextContent of(MemorySegment text) {
        Optional<MemorySegment> plain = QuotedWhole.of(text);
        MemorySegment bytes = plain.orElse(text);
        Optional<MemorySegment> dumped = DumpedFile.of(bytes).or(() -> AttachedFile.of(bytes));
        return dumped.isPresent()
                ? new TextContent(dumped, true, Optional.empty())
                : new TextContent(plain, false, packets(bytes));
    }

    private static Optional<DumpedPackets> packets(MemorySegment text) {
        if (!HexDump.is(text)) {
            return Optional.ofNullable(CopiedBytes.of(text));
        }
        return HexDump.isOfMessages(text) ? Optional.empty() : Optional.of(new HexDump(text, ZoneId.systemDefault()));
    }
}
