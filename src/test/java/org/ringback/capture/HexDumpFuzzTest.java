package org.ringback.capture;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.file.HexDumpReader;
import org.ringback.capture.packet.Layers;
import org.ringback.capture.text.HexDump;
import org.ringback.capture.wire.Captured;

/** Dumps in which any digits stand. */
class HexDumpFuzzTest {

    static Stream<byte[]> dumps() {
        byte[] packet = PacketBuilder.udpPacket(Sip.options("one"));
        var text = new StringBuilder("10:00:01.000500 IP 192.0.2.1.5060 > 192.0.2.2.5062: UDP\n");
        for (int at = 0; at < packet.length; at += 16) {
            byte[] row = PacketBuilder.cut(packet, at, Math.min(packet.length, at + 16));
            text.append(HexFormat.of().toHexDigits((short) at)).append("  ");
            text.append(HexFormat.ofDelimiter(" ").formatHex(row)).append("   .\n");
        }
        return Stream.of(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    @MethodSource("dumps")
    @FuzzTest
    void readsAnything(byte[] text) {
        try (var fuzzed = new Fuzzed(text)) {
            HexDump.is(fuzzed.bytes);
            var layers = new Layers(fuzzed.output, fuzzed.buffers);
            var records = new HexDumpReader(
                    new org.ringback.capture.text.HexDump(fuzzed.bytes, ZoneOffset.UTC), layers, fuzzed.output);
            while (records.read(records.position() + 1)) {
                fuzzed.checkMessages();
            }
            layers.end(Captured.NO_TIME);
            fuzzed.checkMessages();
        }
    }
}
