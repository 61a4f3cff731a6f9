package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.wire.Unusable.Reason.SKIPPED_BYTES;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Transport;

/** One packet of a TCP connection is damaged: what the others carry is found. */
class DamagedStreamTest {

    private static final int COUNT = 8;
    private static final int RECORD_HEADER = 16;
    private static final int ETHERNET = 14;

    private final PcapBuilder file = PcapBuilder.ethernet();
    private final TcpBuilder tcp = new TcpBuilder(file).handshake();
    private int position;

    /** Sends one, and gives back where its record begins. */
    private int send(byte[] data) {
        int record = file.bytes().length;
        tcp.fromClient(position, data);
        position += data.length;
        tcp.serverAcknowledges(position);
        return record;
    }

    private int[] sendAll() {
        return IntStream.range(0, COUNT)
                .map(number -> send(Sip.options("m" + number)))
                .toArray();
    }

    private Recorder read(Consumer<byte[]> damage) {
        byte[] damaged = file.bytes();
        damage.accept(damaged);
        return Recorder.read(damaged);
    }

    private static List<String> names(int without) {
        return IntStream.range(0, COUNT)
                .filter(number -> number != without)
                .mapToObj(number -> "m" + number)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 0x10, 0x40})
    void aPacketThatSaysToBeLongerHidesNothing(int bit) {
        int[] records = sendAll();
        Recorder read = read(bytes -> bytes[records[3] + RECORD_HEADER + ETHERNET + 2] ^= (byte) bit);
        assertThat(read.callIds()).containsAll(names(3));
    }

    @Test
    void optionsThatAreDamagedAreNoData() {
        int record = file.bytes().length;
        byte[] acknowledgement = TcpBuilder.segment(40_000, 5060, true, 1000, 5000, TcpBuilder.ACK, new byte[12]);
        // Its header is longer by what looked like data.
        acknowledgement[ETHERNET + 20 + 12] = (byte) 0x80;
        acknowledgement[ETHERNET + 20 + 20] = 0x21;
        file.add(acknowledgement);
        sendAll();
        Recorder read = Recorder.read(file);
        assertThat(record).isPositive();
        assertThat(read.callIds()).isEqualTo(names(-1));
        assertThat(read.unusable).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 30, 64})
    void theEndOfTheHeadersIsLostAndTheNextMessageIsNot(int length) {
        int[] records = sendAll();
        int end = records[3] + RECORD_HEADER + ETHERNET + 40 + Sip.options("m3").length;
        for (int with : new int[] {0, 0x96}) {
            assertThat(read(bytes -> Arrays.fill(bytes, end - length, end, (byte) with))
                            .callIds())
                    .as("%d bytes of %d", length, with)
                    .containsAll(names(3));
        }
    }

    @Test
    void aHeaderThatQuotesARequestDoesNotEndTheMessage() {
        byte[] quoting =
                Sip.bytes("OPTIONS sip:q@example.com SIP/2.0\r\nCall-ID: q\r\nX-Original: INVITE sip:a@b SIP/2.0\r\n"
                        + "X-Reason: it was\r\n SIP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n");
        send(quoting);
        sendAll();
        assertThat(Recorder.read(file).texts.getFirst()).isEqualTo(Sip.text(quoting));
    }

    private int[] frames() {
        send(Sip.bytes("GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"));
        return IntStream.range(0, COUNT)
                .map(number -> send(WebSocketTest.frame(0x81, number % 2 == 0, Sip.options("m" + number))))
                .toArray();
    }

    @Test
    void aFrameWithAWrongLengthHidesNothing() {
        int[] records = frames();
        for (int number = 2; number < 4; number++) {
            int length = records[number] + RECORD_HEADER + ETHERNET + 40 + 2;
            for (int bit = 0; bit < 16; bit++) {
                int at = length + bit / 8;
                byte mask = (byte) (1 << bit % 8);
                assertThat(read(bytes -> bytes[at] ^= mask).callIds())
                        .as("bit %d of %d", bit, number)
                        .isEqualTo(names(-1));
            }
        }
    }

    @Test
    void aFrameThatIsNoSipAndClaimsMoreThanComesIsPassed() {
        int[] records = frames();
        int frame = records[3] + RECORD_HEADER + ETHERNET + 40;
        Recorder read = read(bytes -> Arrays.fill(bytes, frame + 2, frame + 40, (byte) 0x55));
        assertThat(read.callIds()).isEqualTo(names(3));
        assertThat(read.reasons()).containsExactly(SKIPPED_BYTES);
    }

    @Test
    void afterALostSegmentFramesAreFoundBehindAKeepAlive() {
        send(Sip.bytes("GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"));
        send(WebSocketTest.frame(0x81, true, Sip.options("m0")));
        position += 300;
        send(WebSocketTest.frame(0x81, true, Sip.bytes("\r\n\r\n")));
        send(WebSocketTest.frame(0x81, true, Sip.options("m1")));
        position += 300;
        byte[] keepAlive = WebSocketTest.frame(0x81, true, Sip.bytes("\r\n\r\n"));
        send(join(keepAlive, WebSocketTest.frame(0x81, true, Sip.options("m2"))));
        send(WebSocketTest.frame(0x81, true, Sip.options("m3")));
        assertThat(Recorder.read(file).callIds()).containsExactly("m0", "m1", "m2", "m3");
    }

    @Test
    void aKeepAliveWithAWrongLengthHidesNothing() {
        send(Sip.bytes("GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"));
        send(WebSocketTest.frame(0x81, true, Sip.options("m0")));
        byte[] keepAlive = WebSocketTest.frame(0x81, false, Sip.bytes("\r\n"));
        keepAlive[1] ^= 0x18;
        send(keepAlive);
        send(join(WebSocketTest.frame(0x81, false, Sip.options("m1")), cut(keepAlive, 0, 0)));
        send(WebSocketTest.frame(0x81, false, Sip.options("m2")));
        assertThat(Recorder.read(file).callIds()).containsExactly("m0", "m1", "m2");
    }

    private int[] packets() {
        return IntStream.range(0, COUNT)
                .map(number -> send(HepTest.version3(17, HepTest.chunk(15, Sip.options("m" + number)))))
                .toArray();
    }

    @Test
    void aLengthOfHepThatIsWrongHidesNothing() {
        int[] records = packets();
        List<Captured> all = Recorder.read(file).messages;
        assertThat(all).hasSize(COUNT);
        int length = records[3] + RECORD_HEADER + ETHERNET + 40 + 4;
        for (int bit = 0; bit < 16; bit++) {
            int at = length + bit / 8;
            byte mask = (byte) (1 << bit % 8);
            Recorder read = read(bytes -> bytes[at] ^= mask);
            assertThat(read.callIds()).as("bit %d", bit).containsAll(names(3));
            assertThat(read.messages.getLast().source())
                    .as("bit %d", bit)
                    .isEqualTo(all.getLast().source());
        }
    }

    @Test
    void packetsOfHepAreFoundBehindLostBytes() {
        byte[] first = HepTest.version3(17, HepTest.chunk(15, Sip.options("m0")));
        byte[] second = HepTest.version3(17, HepTest.chunk(15, Sip.options("m1")));
        send(first);
        position += 50;
        send(join(cut(second, 50, second.length), HepTest.version3(17, HepTest.chunk(15, Sip.options("m2")))));
        send(HepTest.version3(17, HepTest.chunk(15, Sip.options("m3"))));
        Recorder read = Recorder.read(file);
        assertThat(read.callIds()).contains("m0", "m2", "m3");
        assertThat(read.messages.getLast().source())
                .isEqualTo(read.messages.getFirst().source());
        assertThat(read.unusable).isNotEmpty();
    }

    @Test
    void aMessageWhoseLastBytesAreMissingDoesNotHideTheNextOne() {
        byte[] first = Sip.options("first");
        for (int missing = 1; missing < 80; missing++) {
            var test = new DamagedStreamTest();
            test.send(cut(first, 0, first.length - missing));
            test.sendAll();
            Recorder read = Recorder.read(test.file);
            assertThat(read.callIds()).as("%d bytes", missing).containsAll(names(-1));
            assertThat(read.unusable).as("%d bytes", missing).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 12, 25, 40})
    void zerosFromAStartLineOnDoNotHideTheNextMessage(int from) {
        byte[] first = Sip.options("first");
        Arrays.fill(first, from, first.length, (byte) 0);
        send(first);
        sendAll();
        assertThat(Recorder.read(file).callIds()).containsAll(names(-1));
    }

    @Test
    void headersMayBeDividedAnywhere() {
        byte[] first = Sip.request("INVITE", "first", "SIP/2.0 200 OK\r\nVia: SIP/2.0/TCP a");
        for (int at = 1; at < first.length; at++) {
            var test = new DamagedStreamTest();
            test.send(cut(first, 0, at));
            test.send(cut(first, at, first.length));
            Recorder read = Recorder.read(test.file);
            assertThat(read.texts).as("at %d", at).containsExactly(Sip.text(first));
            assertThat(read.unusable).isEmpty();
        }
    }

    /** A quotation mark before a start line is the last byte of the length of one of these frames. */
    @Test
    void framesBehindBytesOfSomethingElseAreFramesOfAWebSocket() {
        var joined = PcapBuilder.ethernet();
        var server = new TcpBuilder(joined);
        byte[] usual = WebSocketTest.frame(0x81, false, Sip.options("m0"));
        byte[] quoted = new byte[0];
        for (int more = 0; quoted.length < 4 || quoted[3] != '"'; more++) {
            quoted = WebSocketTest.frame(0x81, false, Sip.request("MESSAGE", "m1", "x".repeat(more)));
        }
        byte[] junk = new byte[24];
        Arrays.fill(junk, (byte) 'x');
        server.fromServer(0, join(junk, usual)).fromServer(24 + usual.length, quoted);
        Recorder read = Recorder.read(joined);
        assertThat(read.callIds()).containsExactly("m0", "m1");
        assertThat(read.messages).extracting(Captured::transport).containsOnly(Transport.WS);
        assertThat(read.reasons()).containsExactly(SKIPPED_BYTES);
    }

    @Test
    void anUpgradeThatLooksLikeAPacketOfMediaHidesNoFrame() {
        byte[] granted = Sip.bytes("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
        System.arraycopy(new byte[] {0x11, 0x55, (byte) 0xbd, (byte) 0x8c, 0x3f, (byte) 0xbf}, 0, granted, 0, 6);
        send(granted);
        IntStream.range(0, COUNT).forEach(number -> send(WebSocketTest.frame(0x81, false, Sip.options("m" + number))));
        Recorder read = Recorder.read(file);
        assertThat(read.callIds()).isEqualTo(names(-1));
        assertThat(read.reasons()).containsExactly(SKIPPED_BYTES);
    }

    @Test
    void aMaskThatIsDamagedCostsItsFrameAlone() {
        int[] records = frames();
        int mask = records[4] + RECORD_HEADER + ETHERNET + 40 + 4;
        Recorder read = read(bytes -> Arrays.fill(bytes, mask, mask + 4, (byte) 0x5A));
        assertThat(read.callIds()).isEqualTo(names(4));
        assertThat(read.reasons()).containsExactly(SKIPPED_BYTES);
    }
}
