package org.ringback.capture;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.file.PcapReader;
import org.ringback.capture.file.PcapngReader;
import org.ringback.capture.file.RecordReader;
import org.ringback.capture.packet.Layers;
import org.ringback.capture.wire.Captured;

/** Captures of any bytes, from the records of the file up to the messages. */
class CaptureFuzzTest {

    @MethodSource("org.ringback.Seeds#captures")
    @FuzzTest
    void readsAnything(byte[] file) {
        try (var fuzzed = new Fuzzed(file)) {
            if (file.length == 0) {
                return;
            }
            var layers = new Layers(fuzzed.output, fuzzed.buffers);
            RecordReader records;
            switch (FileKind.of(fuzzed.bytes)) {
                case PCAP -> records = new PcapReader(fuzzed.bytes, layers, fuzzed.output);
                case PCAPNG -> records = new PcapngReader(fuzzed.bytes, layers, fuzzed.output);
                default -> {
                    return;
                }
            }
            while (records.read(records.position() + 1000)) {
                fuzzed.checkMessages();
            }
            layers.end(Captured.NO_TIME);
            fuzzed.checkMessages();
        }
    }
}
