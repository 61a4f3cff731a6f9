package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.Sip.bytes;
import static org.ringback.capture.TcpBuilder.ACK;
import static org.ringback.capture.TcpBuilder.FIN;
import static org.ringback.capture.wire.Unusable.Reason.LOST_SEGMENTS;
import static org.ringback.capture.wire.Unusable.Reason.SKIPPED_BYTES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;

/** What a stream is taken for that is not SIP from its first byte to its last. */
class StreamContentTest {

    private static final byte[] ONE = Sip.options("one");
    private static final byte[] TWO = Sip.options("two");
    private static final byte[] THREE = Sip.options("three");
    private static final byte[] UPGRADE = bytes("GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n");
    private static final byte[] PLAIN = bytes("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n");
    private static final byte[] BINARY = bytes("\u0001\u0002 binary data that ends with a line\n");

    private final PcapBuilder file = PcapBuilder.ethernet();
    private final TcpBuilder tcp = new TcpBuilder(file);
    private int position;

    private StreamContentTest client(byte[] data) {
        tcp.fromClient(position, data);
        position += data.length;
        return this;
    }

    private StreamContentTest times(int count, byte[] data) {
        for (int time = 0; time < count; time++) {
            client(data);
        }
        return this;
    }

    private StreamContentTest ends() {
        tcp.clientFlags(position, FIN | ACK);
        return this;
    }

    private Recorder read() {
        return Recorder.read(file);
    }

    private static byte[] text(int length) {
        return bytes("some other text of forty bytes per line\n".repeat(length / 40));
    }

    /** A WebSocket in which a segment is missing: masked frames are binary data until one begins with a segment. */
    private static StreamContentTest webSocketOutOfStep() {
        var test = new StreamContentTest();
        test.tcp.handshake();
        test.client(join(UPGRADE, WebSocketTest.frame(0x81, true, ONE)));
        test.position += 100;
        return test;
    }

    @Test
    void aWebSocketThatCarriedSipIsNotGivenUpForSomeBinaryData() {
        byte[] frame = WebSocketTest.frame(0x81, true, TWO);
        Recorder read = webSocketOutOfStep().times(64, BINARY).client(frame).read();
        assertThat(read.callIds()).containsExactly("one", "two");
        assertThat(read.messages).extracting(Captured::transport).containsOnly(Transport.WS);
        assertThat(read.unusable)
                .extracting(Unusable::reason, Unusable::detail)
                .containsExactly(
                        tuple(LOST_SEGMENTS, "100"), tuple(SKIPPED_BYTES, Integer.toString(64 * BINARY.length)));
        assertThat(webSocketOutOfStep().times(65, BINARY).client(frame).read().callIds())
                .containsExactly("one");
    }

    @Test
    void aStreamThatWasJoinedMayBeginWithOneSegmentOfBinaryData() {
        assertThat(times(1, BINARY).client(ONE).read().callIds()).containsExactly("one");
        assertThat(new StreamContentTest().times(2, BINARY).client(ONE).read().messages)
                .isEmpty();
    }

    @Test
    void aStreamThatBeginsWithBinaryDataIsNoSip() {
        tcp.handshake();
        assertThat(client(BINARY).client(ONE).read().messages).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "63, 0", "64, 1"})
    void binaryDataShowsItsNatureAmongTheFirstBytes(int letters, int messages) {
        tcp.handshake();
        byte[] data = bytes("x".repeat(letters) + "\u0001 and so on\n");
        assertThat(client(data).client(ONE).read().messages).hasSize(messages);
    }

    @Test
    void textBetweenMessagesIsCountedAnewAfterEachOfThem() {
        tcp.handshake();
        byte[] text = text(Limits.UNRECOGNIZED / 2 + 4000);
        Recorder read =
                client(ONE).client(text).client(TWO).client(text).client(THREE).read();
        assertThat(read.callIds()).containsExactly("one", "two", "three");
        assertThat(read.unusable)
                .extracting(Unusable::reason, Unusable::detail)
                .containsExactly(
                        tuple(SKIPPED_BYTES, Integer.toString(text.length)),
                        tuple(SKIPPED_BYTES, Integer.toString(text.length)));
    }

    @Test
    void whoHasSentSipIsHeardThoughTheOtherSideSpeaksHttp() {
        tcp.handshake().fromServer(0, Sip.ok("one")).fromClient(0, PLAIN).fromServer(Sip.ok("one").length, TWO);
        assertThat(read().callIds()).containsExactly("one", "two");
    }

    @Test
    void whoAnswersHttpIsNotHeardFromThenOn() {
        tcp.handshake()
                .fromServer(0, bytes("SIP/2.0 200 "))
                .fromClient(0, PLAIN)
                .fromServer(12, bytes("OK\r\n"));
        tcp.fromServer(16, TWO);
        Recorder read = read();
        assertThat(read.messages).isEmpty();
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void anHttpAnswerIsNoUpgradeUnlessItGrantsOne() {
        byte[] refused = bytes("HTTP/1.1 400 Bad Request\r\nUpgrade: websocket\r\n\r\n");
        client(join(refused, WebSocketTest.frame(0x81, true, ONE)));
        assertThat(read().messages).isEmpty();
    }

    @Test
    void aStreamThatHasCarriedSipIsStillKnownAfterItsEnd() {
        tcp.handshake();
        // Who closes the connection too early, or a reset made up by somebody else.
        Recorder read = client(ONE).ends().times(2, BINARY).client(TWO).read();
        assertThat(read.callIds()).containsExactly("one", "two");
        assertThat(read.unusable)
                .extracting(Unusable::reason, Unusable::detail)
                .containsExactly(tuple(SKIPPED_BYTES, Integer.toString(2 * BINARY.length)));
    }

    @Test
    void httpFromTheOtherSideDoesNotSilenceAStreamThatHasCarriedSipBeforeItsEnd() {
        tcp.handshake();
        client(ONE).ends();
        tcp.fromServer(0, PLAIN);
        assertThat(client(TWO).read().callIds()).containsExactly("one", "two");
    }

    @Test
    void whatComesAfterAnEndMayBeTheMiddleOfAnything() {
        tcp.handshake();
        byte[] text = text(Limits.UNRECOGNIZED_AT_BEGIN);
        assertThat(client(cut(text, 0, 1000))
                        .ends()
                        .client(text)
                        .client(text)
                        .client(ONE)
                        .read()
                        .callIds())
                .containsExactly("one");
        var without = new StreamContentTest();
        without.tcp.handshake();
        assertThat(without.client(cut(text, 0, 1000))
                        .client(text)
                        .client(text)
                        .client(ONE)
                        .read()
                        .messages)
                .isEmpty();
    }

    @Test
    void aStartLineAloneIsNoMessageAfterAnEnd() {
        byte[] fragment = bytes("INVITE sip:b@example.com SIP/2.0\r\n\r\n");
        tcp.handshake();
        assertThat(client(ONE).client(fragment).client(TWO).read().messages).hasSize(3);
        var ended = new StreamContentTest();
        ended.tcp.handshake();
        assertThat(ended.client(ONE).ends().client(fragment).client(TWO).read().callIds())
                .containsExactly("one", "two");
    }

    @Test
    void aNewConnectionKnowsNothingOfTheOneBefore() {
        tcp.handshake();
        client(ONE);
        new TcpBuilder(file, 900_000, 800_000).handshake().fromClient(0, BINARY).fromClient(BINARY.length, TWO);
        assertThat(read().callIds()).containsExactly("one");
    }

    @Test
    void hepMayBreakOffWithSip() {
        byte[] hep = HepTest.version3(6, HepTest.chunk(15, ONE));
        Recorder read = client(join(hep, bytes("no HEP\r\n"), TWO)).read();
        assertThat(read.callIds()).containsExactly("one", "two");
        assertThat(read.reasons()).containsExactly(SKIPPED_BYTES);
    }

    @Test
    void aMessageOverSeveralSegmentsHasTheTimeAndTheFrameOfTheLast() {
        tcp.handshake();
        Recorder read = client(cut(ONE, 0, 50))
                .client(cut(ONE, 50, 60))
                .client(join(cut(ONE, 60, ONE.length), TWO, cut(THREE, 0, 9)))
                .client(cut(THREE, 9, THREE.length))
                .read();
        assertThat(read.frames()).containsExactly(6L, 6L, 7L);
        long sixth = read.messages.getFirst().time();
        assertThat(read.messages).extracting(Captured::time).containsExactly(sixth, sixth, sixth + 1000);
    }

    /** Segments in the order of the stream, captured from the last to the first: frames 6, 5 and 4. */
    @Test
    void aMessageHasTheFrameOfItsOwnSegmentsThoughTheyCameInAnotherOrder() {
        tcp.handshake();
        byte[] first = cut(ONE, 0, 50);
        byte[] second = join(cut(ONE, 50, ONE.length), TWO, cut(THREE, 0, 50));
        byte[] third = cut(THREE, 50, THREE.length);
        tcp.fromClient(first.length + second.length, third)
                .fromClient(first.length, second)
                .fromClient(0, first);
        Recorder read = read();
        assertThat(read.callIds()).containsExactly("one", "two", "three");
        assertThat(read.frames()).containsExactly(6L, 5L, 5L);
        assertThat(read.messages)
                .extracting(Captured::time)
                .containsExactly(PcapBuilder.BEGIN + 6000, PcapBuilder.BEGIN + 5000, PcapBuilder.BEGIN + 5000);
    }

    @Test
    void aStreamOfHepThatBreaksOffMayGoOnWithTheMiddleOfAnything() {
        tcp.handshake();
        byte[] text = text(Limits.UNRECOGNIZED_AT_BEGIN + 1000);
        Recorder read = client(HepTest.version3(6, HepTest.chunk(15, ONE)))
                .client(text)
                .client(TWO)
                .read();
        assertThat(read.callIds()).containsExactly("one", "two");
    }
}
