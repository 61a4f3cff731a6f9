package org.ringback.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.export.PcapFileTest.message;
import static org.ringback.export.PcapFileTest.options;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.CapturedFiles;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

class TextFileTest {

    private static final long TIME = 1_795_341_600_123_456L;
    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 5070);
    private static final Endpoint BOB = new Endpoint("2001:db8::7", 5060);

    /** Messages so damaged that nobody can tell in a text where they end. */
    private static final Set<String> DAMAGED =
            Set.of("gen-challenges-damaged.pcap", "pcapplusplus-sip-reqs.pcap", "resip-torture-messages.pcap");

    static List<Path> captures() {
        return CapturedFiles.all().stream()
                .filter(file -> !DAMAGED.contains(file.getFileName().toString()))
                .toList();
    }

    private static byte[] text(List<Captured> messages) throws IOException {
        var out = new ByteArrayOutputStream();
        TextFile.write(messages, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void capturesComeBackAsTheyWere(Path file) throws IOException {
        List<Captured> messages = CapturedFiles.messages(file);
        List<Captured> read = CapturedFiles.messages(text(messages));

        assertThat(read.stream().map(PcapFileTest::text).toList())
                .isEqualTo(messages.stream().map(PcapFileTest::text).toList());
        assertThat(read.stream().map(TextFileTest::around).toList())
                .isEqualTo(messages.stream().map(TextFileTest::around).toList());
    }

    private static List<Object> around(Captured message) {
        return List.of(message.time(), message.source(), message.destination(), message.transport());
    }

    @Test
    void timeAddressesAndTransportStandBeforeTheMessage() throws IOException {
        String written = new String(
                text(List.of(message(options(1, "hi"), ALICE, BOB, Transport.TLS, TIME))), StandardCharsets.UTF_8);

        assertThat(written)
                .isEqualTo("2026/11/22 10:00:00.123456 UTC 192.0.2.1:5070 -> [2001:db8::7]:5060 TLS\n"
                        + options(1, "hi") + "\n\n");
    }

    @Test
    void whatIsUnknownStaysUnknown() throws IOException {
        var unknown =
                message(options(1, ""), Endpoint.UNKNOWN, new Endpoint("pbx", 0), Transport.UNKNOWN, Captured.NO_TIME);
        byte[] written = text(List.of(unknown));

        assertThat(new String(written, StandardCharsets.UTF_8)).startsWith("- ? -> pbx ?\n");
        assertThat(CapturedFiles.messages(written))
                .extracting(TextFileTest::around)
                .containsExactly(around(unknown));
    }
}
