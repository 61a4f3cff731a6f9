package org.ringback.export;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.CapturedFiles;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

class PcapFileTest {

    private static final long TIME = 1_795_341_600_123_456L;
    private static final Endpoint ALICE = new Endpoint("192.0.2.1", 5070);
    private static final Endpoint BOB = new Endpoint("198.51.100.7", 5060);

    private Set<MadeUp> madeUp = Set.of();

    static List<Path> captures() {
        return CapturedFiles.all();
    }

    private List<Captured> roundTrip(List<Captured> messages) throws IOException {
        return CapturedFiles.messages(pcap(messages));
    }

    private byte[] pcap(List<Captured> messages) throws IOException {
        var out = new ByteArrayOutputStream();
        madeUp = PcapFile.write(messages, out);
        return out.toByteArray();
    }

    static Captured message(String text, Endpoint from, Endpoint to, Transport transport, long time) {
        return new Captured(
                MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)), time, from, to, transport, 0, 1);
    }

    static String options(int number, String body) {
        return """
            OPTIONS sip:bob@example.com SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1:5070;branch=z9hG4bK%1$d
            From: <sip:alice@example.com>;tag=1
            To: <sip:bob@example.com>
            Call-ID: %1$d
            CSeq: %1$d OPTIONS
            Content-Type: text/plain
            Content-Length: %2$d

            """.replace("\n", "\r\n").formatted(number, body.length()) + body;
    }

    static String text(Captured message) {
        return new String(message.bytes().toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("captures")
    void capturesComeBackAsTheyWere(Path file) throws IOException {
        List<Captured> messages = CapturedFiles.messages(file);
        List<Captured> read = roundTrip(messages);

        assertThat(read.stream().map(PcapFileTest::text).toList())
                .isEqualTo(messages.stream().map(PcapFileTest::text).toList());
        if (!madeUp.contains(MadeUp.ADDRESS) && !madeUp.contains(MadeUp.PORT)) {
            assertThat(read.stream().map(Captured::source).toList())
                    .isEqualTo(messages.stream().map(Captured::source).toList());
            assertThat(read.stream().map(Captured::destination).toList())
                    .isEqualTo(messages.stream().map(Captured::destination).toList());
        }
        if (!madeUp.contains(MadeUp.TIME)) {
            assertThat(read.stream().map(Captured::time).toList())
                    .isEqualTo(messages.stream().map(Captured::time).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP", "TLS", "WS", "WSS", "SCTP"})
    void streamsAreSegmentsOfOneConnection(Transport transport) throws IOException {
        var messages = new ArrayList<Captured>();
        for (int i = 1; i <= 4; i++) {
            boolean there = i % 2 == 1;
            messages.add(message(options(i, "hello"), there ? ALICE : BOB, there ? BOB : ALICE, transport, TIME + i));
        }
        List<Captured> read = roundTrip(messages);

        assertThat(read)
                .extracting(PcapFileTest::text)
                .isEqualTo(messages.stream().map(PcapFileTest::text).toList());
        assertThat(read).extracting(Captured::transport).containsOnly(Transport.TCP);
        assertThat(read).extracting(Captured::source).containsExactly(ALICE, BOB, ALICE, BOB);
        assertThat(read).extracting(Captured::time).containsExactly(TIME + 1, TIME + 2, TIME + 3, TIME + 4);
        assertThat(madeUp).isEqualTo(transport == Transport.TCP ? Set.of() : Set.of(MadeUp.PLAIN_TCP));
    }

    @Test
    void theSegmentsOfBothSidesFitTogether() throws IOException {
        byte[] file = pcap(List.of(
                message(options(1, "hello"), ALICE, BOB, Transport.TCP, TIME),
                message(options(2, ""), BOB, ALICE, Transport.TCP, TIME)));
        int first = 24 + 16 + 20;
        int second = first + 20 + options(1, "hello").length() + 16 + 20;

        assertThat(number(file, first + 4)).isEqualTo(1);
        assertThat(number(file, second + 4)).isEqualTo(1);
        assertThat(number(file, second + 8)).isEqualTo(1 + options(1, "hello").length());
    }

    private static int number(byte[] file, int at) {
        return ByteBuffer.wrap(file).getInt(at);
    }

    @ParameterizedTest
    @EnumSource(names = {"UDP", "TCP"})
    void whatIsTooLongForADatagramGoesIntoSegments(Transport transport) throws IOException {
        String large = options(1, "x".repeat(200_000));
        List<Captured> read = roundTrip(List.of(
                message(large, ALICE, BOB, transport, TIME), message(options(2, ""), ALICE, BOB, transport, TIME)));

        assertThat(read).extracting(PcapFileTest::text).containsExactly(large, options(2, ""));
        assertThat(madeUp).isEqualTo(transport == Transport.TCP ? Set.of() : Set.of(MadeUp.DATAGRAM_AS_TCP));
    }

    @Test
    void theLongestDatagramIsOne() throws IOException {
        int head = options(1, "x".repeat(65_000)).length() - 65_000;
        for (int length : List.of(65_507, 65_508)) {
            String whole = options(1, "x".repeat(length - head));
            assertThat(whole).hasSize(length);
            assertThat(roundTrip(List.of(message(whole, ALICE, BOB, Transport.UDP, TIME))))
                    .extracting(Captured::transport)
                    .containsExactly(length == 65_507 ? Transport.UDP : Transport.TCP);
        }
    }

    @Test
    void aMessageThatLiesAboutItsLengthDoesNotSpoilTheStream() throws IOException {
        String cut = options(1, "hello").replace("hello", "he");
        List<Captured> read = roundTrip(List.of(
                message(cut, ALICE, BOB, Transport.TCP, TIME),
                message(options(2, ""), ALICE, BOB, Transport.TCP, TIME)));

        assertThat(read).extracting(PcapFileTest::text).containsExactly(cut, options(2, ""));
        assertThat(madeUp).containsExactly(MadeUp.STREAM_AS_UDP);
    }

    @Test
    void streamsOnPortsOfHttpAreDatagrams() throws IOException {
        var server = new Endpoint("198.51.100.7", 8088);
        List<Captured> read = roundTrip(List.of(message(options(1, ""), ALICE, server, Transport.WS, TIME)));

        assertThat(read).extracting(Captured::transport).containsExactly(Transport.UDP);
        assertThat(read).extracting(Captured::destination).containsExactly(server);
        assertThat(madeUp).containsExactly(MadeUp.STREAM_AS_UDP);
    }

    @Test
    void addressesOfIpv6AreKept() throws IOException {
        var one = new Endpoint("2001:db8::1", 5060);
        var other = new Endpoint("fe80::2:3", 5061);
        for (Transport transport : List.of(Transport.UDP, Transport.TCP)) {
            List<Captured> read = roundTrip(List.of(message(options(1, "x"), one, other, transport, TIME)));
            assertThat(read).extracting(Captured::source).containsExactly(one);
            assertThat(read).extracting(Captured::destination).containsExactly(other);
            assertThat(read).extracting(Captured::transport).containsExactly(transport);
        }
    }

    @Test
    void whatIsUnknownGetsDocumentationAddressesAndIsToldSo() throws IOException {
        List<Captured> read = roundTrip(List.of(
                message(options(1, ""), Endpoint.UNKNOWN, BOB, Transport.UNKNOWN, Captured.NO_TIME),
                message(options(2, ""), new Endpoint("pbx", 0), ALICE, Transport.UDP, TIME),
                message(options(3, ""), BOB, new Endpoint("pbx", 5060), Transport.UDP, Captured.NO_TIME)));

        assertThat(madeUp).containsExactly(MadeUp.TIME, MadeUp.ADDRESS, MadeUp.PORT, MadeUp.TRANSPORT);
        assertThat(read).extracting(Captured::time).containsExactly(0L, TIME, TIME);
        assertThat(read.getFirst().source()).isEqualTo(new Endpoint("192.0.2.2", 5060));
        assertThat(read.get(1).source())
                .isEqualTo(new Endpoint("192.0.2.3", 5060))
                .isEqualTo(read.get(2).destination());
    }

    @Test
    void ownChecksumsAreThoseOfRfc1071() throws IOException {
        byte[] file = pcap(List.of(message(options(1, "odd"), ALICE, BOB, Transport.UDP, TIME)));
        int ip = 24 + 16;

        assertThat(sum(file, ip, ip + 20)).isEqualTo(0xFFFF);
        long pseudo = sum(file, ip + 12, ip + 20) + 17 + (file.length - ip - 20);
        assertThat(fold(pseudo + sum(file, ip + 20, file.length))).isEqualTo(0xFFFF);
    }

    private static long sum(byte[] bytes, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i += 2) {
            sum += (bytes[i] & 0xFF) << 8 | (i + 1 < to ? bytes[i + 1] & 0xFF : 0);
        }
        return fold(sum);
    }

    private static long fold(long sum) {
        return sum > 0xFFFF ? fold((sum & 0xFFFF) + (sum >>> 16)) : sum;
    }
}
