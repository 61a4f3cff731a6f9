package org.ringback.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.wire.Unusable.Reason.NOT_A_CAPTURE;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Captured.Counted;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** Dumps of packets in hexadecimal digits, as each tool prints them. */
class HexDumpTest {

    private static final byte[] SIP = Sip.request("MESSAGE", "one", "cafe babe  dead beef\r\n0000  00 11\r\n");
    private static final byte[] ETHERNET = PacketBuilder.udpPacket(SIP);

    private static String dump(
            byte[] bytes, String offset, int group, String middle, Function<String, String> characters) {
        var text = new StringBuilder();
        for (int at = 0; at < bytes.length; at += 16) {
            byte[] row = cut(bytes, at, Math.min(bytes.length, at + 16));
            var line = new StringBuilder(String.format(Locale.ROOT, offset, at));
            for (int column = 0; column < row.length; column++) {
                line.append(column % group == 0 ? " " : "").append(column == 8 ? middle : "");
                line.append(HexFormat.of().toHexDigits(row[column]));
            }
            int width = String.format(Locale.ROOT, offset, 0).length() + 16 * 2 + 16 / group + middle.length() + 3;
            String shown = new String(row, ISO_8859_1).replaceAll("[^ -~]", ".");
            String end = characters.apply(shown);
            text.append(end.isEmpty() ? line.toString() : String.format(Locale.ROOT, "%-" + width + "s", line) + end)
                    .append('\n');
        }
        return text + "\n";
    }

    private static String wireshark(byte[] packet) {
        return dump(packet, "%04x ", 1, "", shown -> "  " + shown);
    }

    private static String tcpdump(byte[] packet) {
        return dump(packet, "\t0x%04x: ", 2, "", shown -> " " + shown);
    }

    private static Recorder read(String text) {
        return Recorder.read(text.getBytes(ISO_8859_1));
    }

    @Test
    void asWiresharkPrintsThem() {
        Recorder read = read(wireshark(ETHERNET) + wireshark(PacketBuilder.udpPacket(Sip.ok("two"))));
        assertThat(read.texts).containsExactly(Sip.text(SIP), Sip.text(Sip.ok("two")));
        Captured message = read.messages.getFirst();
        assertThat(message.source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(message.destination()).isEqualTo(new Endpoint("192.0.2.2", 5062));
        assertThat(message.transport()).isEqualTo(Transport.UDP);
        assertThat(message.time()).isEqualTo(Captured.NO_TIME);
        assertThat(read.frames().getFirst()).isEqualTo(1);
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void asTcpdumpPrintsThem() {
        // tcpdump prints the time of the place where it runs.
        long first = LocalDateTime.of(2026, 3, 1, 10, 0, 1)
                .atZone(ZoneId.systemDefault())
                .toEpochSecond();
        String line = "2026-03-01 10:00:01.000500 IP 192.0.2.1.5060 > 192.0.2.2.5062: SIP: MESSAGE sip:a SIP/2.0\n";
        Recorder read =
                read(line + tcpdump(PacketBuilder.udp4(SIP)) + line.replace("01.0005", "02.0005") + tcpdump(ETHERNET));
        assertThat(read.texts).containsExactly(Sip.text(SIP), Sip.text(SIP));
        assertThat(read.messages)
                .extracting(Captured::time)
                .containsExactly(first * 1_000_000 + 500, (first + 1) * 1_000_000 + 500);
        assertThat(read.frames().getFirst()).isEqualTo(2);
    }

    @Test
    void asOtherToolsPrintThem() {
        assertThat(read(dump(ETHERNET, "%08x ", 1, " ", shown -> "|" + shown + "|")).texts)
                .containsExactly(Sip.text(SIP));
        assertThat(read(dump(ETHERNET, "%08x:", 2, "", shown -> " " + shown)).texts)
                .containsExactly(Sip.text(SIP));
        assertThat(read(dump(ETHERNET, "%06x", 1, "", _ -> "")).texts).containsExactly(Sip.text(SIP));
    }

    @Test
    void withAnyLayerAtTheBegin() {
        byte[] ip = PacketBuilder.udp4(SIP);
        byte[] cooked = join(PacketBuilder.hex("00000304000600000000000000000800"), ip);
        byte[] cooked2 = join(PacketBuilder.hex("0800000000000001030400060000000000000000"), ip);
        byte[] loopback = join(PacketBuilder.hex("02000000"), ip);
        byte[] ipv6 = PacketBuilder.ethernet(0x86DD, PacketBuilder.udp6(SIP));
        for (byte[] packet : new byte[][] {ip, cooked, cooked2, loopback, ipv6, PacketBuilder.udp6(SIP)}) {
            assertThat(read(wireshark(packet)).texts).containsExactly(Sip.text(SIP));
        }
    }

    @Test
    void ofAMessageOverSeveralPackets() {
        String text = wireshark(TcpBuilder.segment(40_000, 5060, true, 1, 0, TcpBuilder.ACK, cut(SIP, 0, 100)))
                + wireshark(TcpBuilder.segment(40_000, 5060, true, 101, 0, TcpBuilder.ACK, cut(SIP, 100, SIP.length)));
        assertThat(read(text).texts).containsExactly(Sip.text(SIP));
    }

    @Test
    void ofAMessageWithoutItsPacket() {
        Recorder read = read(wireshark(SIP));
        assertThat(read.texts).containsExactly(Sip.text(SIP));
        assertThat(read.messages.getFirst().source()).isEqualTo(Endpoint.UNKNOWN);
    }

    @Test
    void aPacketWithAMissingLineIsReadUpToThere() {
        String[] lines = wireshark(ETHERNET).split("\n", -1);
        lines[9] = "";
        Recorder read = read(String.join("\n", lines) + "\n" + wireshark(PacketBuilder.udpPacket(Sip.ok("two"))));
        assertThat(read.callIds()).endsWith("two");
    }

    @Test
    void aLogWithSomeDigitsIsALog() {
        String log = "10:00:01 cafe 0000  00 11\n" + Sip.text(Sip.options("one")) + "0000  00 11 22\n0003  33\n";
        assertThat(read(log).callIds()).containsExactly("one");
        assertThat(read("0000  hello\n0010  world\n").reasons()).containsExactly(NOT_A_CAPTURE);
    }

    @Test
    void aDumpCountsItsLinesAndACaptureItsPackets() {
        byte[] capture = PcapBuilder.ethernet(ETHERNET).bytes();
        byte[] dumped = wireshark(ETHERNET).getBytes(ISO_8859_1);
        byte[] dumpedMessage = wireshark(SIP).getBytes(ISO_8859_1);

        assertThat(Recorder.read(capture, dumped, dumpedMessage).messages)
                .extracting(Captured::file, Captured::counted)
                .containsExactlyInAnyOrder(tuple(0, Counted.PACKETS), tuple(1, Counted.LINES), tuple(2, Counted.LINES));
    }
}
