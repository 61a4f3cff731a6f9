package org.ringback.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ringback.capture.PacketBuilder.DESTINATION;
import static org.ringback.capture.PacketBuilder.SOURCE;
import static org.ringback.capture.PacketBuilder.ethernet;
import static org.ringback.capture.PacketBuilder.ipv4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.call.Call;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;
import org.ringback.hearing.SpokenCall;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Examined;
import org.ringback.reading.Onlooker;
import org.ringback.reading.Reading;

/** A call that agrees on RTP over a TCP connection (RFC 4145, RFC 4571): the one who opens it names the port 9. */
class AgreedOverTcpTest {

    @TempDir
    private Path folder;

    private final PcapBuilder file = PcapBuilder.ethernet();
    private long now = PcapBuilder.BEGIN;
    private int caller = 1000;
    private int callee = 5000;

    private void says(boolean fromCaller, String text) {
        int from = fromCaller ? SOURCE : DESTINATION;
        int to = fromCaller ? DESTINATION : SOURCE;
        byte[] datagram =
                PacketBuilder.udp(5060, 5060, text.replace("\n", "\r\n").getBytes(UTF_8));
        file.add(now, ethernet(0x0800, ipv4(17, from, to, 0, 0, new byte[0], datagram)));
    }

    private static String message(String start, String method, int number, String toTag, String body) {
        return start + "\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + number
                + "\nFrom: <sip:alice@example.com>;tag=1\nTo: "
                + "<sip:bob@example.com>" + toTag + "\nCall-ID: tcp\nCSeq: " + number + " " + method
                + "\nContact: <sip:host@192.0.2.9>\nMax-Forwards: 70\n"
                + (body.isEmpty() ? "" : "Content-Type: application/sdp\n") + "Content-Length: "
                + body.replace("\n", "\r\n").length() + "\n\n" + body;
    }

    private static String description(String host, int port, String setup) {
        return "v=0\no=- 1 1 IN IP4 " + host + "\ns=-\nc=IN IP4 " + host + "\nt=0 0\nm=audio " + port
                + " TCP/RTP/AVP 0\na=setup:" + setup + "\na=connection:new\n";
    }

    private void rtp(boolean fromCaller, int number) {
        var payload = new byte[160];
        new SplittableRandom(number).nextBytes(payload);
        byte[] framed = ByteBuffer.allocate(174)
                .putShort((short) 172)
                .putShort((short) 0x8000)
                .putShort((short) number)
                .putInt(160 * number)
                .putInt(fromCaller ? 77 : 88)
                .put(payload)
                .array();
        segment(fromCaller, 16, framed);
    }

    private void segment(boolean fromCaller, int flags, byte[] data) {
        int length = data.length + (flags & 1) + (flags >> 1 & 1);
        if (fromCaller) {
            file.add(now, TcpBuilder.segment(41_000, 7000, true, caller, callee, flags, data));
            caller += length;
        } else {
            file.add(now, TcpBuilder.segment(7000, 41_000, false, callee, caller, flags, data));
            callee += length;
        }
    }

    private Examined call() throws IOException {
        String offer = description("192.0.2.1", 9, "active");
        says(true, message("INVITE sip:bob@example.com SIP/2.0", "INVITE", 1, "", offer));
        now += 1_000_000;
        String answer = description("192.0.2.2", 7000, "passive");
        says(false, message("SIP/2.0 200 OK", "INVITE", 1, ";tag=2", answer));
        says(true, message("ACK sip:bob@example.com SIP/2.0", "ACK", 1, ";tag=2", ""));
        segment(true, TcpBuilder.SYN, new byte[0]);
        segment(false, TcpBuilder.SYN | TcpBuilder.ACK, new byte[0]);
        for (int i = 0; i < 500; i++) {
            now += 20_000;
            rtp(true, i);
            rtp(false, i);
        }
        says(true, message("BYE sip:bob@example.com SIP/2.0", "BYE", 2, ";tag=2", ""));
        says(false, message("SIP/2.0 200 OK", "BYE", 2, ";tag=2", ""));
        Path capture = folder.resolve("call.pcap");
        Files.write(capture, file.bytes());
        try (Reading reading =
                Reading.open(new CaptureSource.Files(List.of(capture)), new Diagnosis(), new Onlooker() {})) {
            reading.read();
            return reading.examined();
        }
    }

    @Test
    void bothWaysAreMeasuredAndBelongToTheCall() throws IOException {
        Examined examined = call();
        Call call = examined.calls().getFirst();
        CallMedia media = examined.media(call);

        assertThat(media.streams())
                .extracting(CallStream::toward, CallStream::basis)
                .containsExactlyInAnyOrder(
                        tuple(Side.CALLEE, CallStream.Basis.ANNOUNCED), tuple(Side.CALLER, CallStream.Basis.SENT_FROM));
        assertThat(media.streams()).allSatisfy(stream -> {
            assertThat(stream.stream().packets()).isEqualTo(500);
            assertThat(stream.stream().loss().lost()).isZero();
            assertThat(stream.stream().transport()).isEqualTo(Transport.TCP);
            assertThat(stream.stream().pace().packetTime()).isEqualTo(20);
        });
    }

    @Test
    void whatWasSaidIsHeard() throws IOException {
        Examined examined = call();
        CallMedia media = examined.media(examined.calls().getFirst());
        var source = new CaptureSource.Files(List.of(folder.resolve("call.pcap")));

        assertThat(SpokenCall.of(source, media, () -> false)).hasValueSatisfying(spoken -> {
            assertThat(spoken.audible()).isTrue();
            assertThat(spoken.undecodable()).isEmpty();
        });
    }

    @Test
    void suchACallIsHealthy() throws IOException {
        Examined examined = call();

        assertThat(examined.diagnosed(examined.calls().getFirst()).findings())
                .extracting(Finding::kind)
                .isEmpty();
    }
}
