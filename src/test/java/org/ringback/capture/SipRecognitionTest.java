package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.ethernet;
import static org.ringback.capture.PacketBuilder.hex;
import static org.ringback.capture.PacketBuilder.ipv4;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.udp;
import static org.ringback.capture.PacketBuilder.udpPacket;
import static org.ringback.capture.Sip.bytes;

import org.junit.jupiter.api.Test;

class SipRecognitionTest {

    private static final byte[] ONE = Sip.options("one");

    private static Recorder read(byte[]... payloads) {
        var file = PcapBuilder.ethernet();
        for (byte[] payload : payloads) {
            file.add(udpPacket(payload));
        }
        return Recorder.read(file);
    }

    @Test
    void onAnyPort() {
        for (int port : new int[] {1, 53, 5072, 12_345, 65_535}) {
            assertThat(Recorder.read(PcapBuilder.ethernet(ethernet(0x0800, ipv4(17, udp(port, port, ONE))))).messages)
                    .hasSize(1);
        }
    }

    @Test
    void behindBlankLinesOrSomeJunk() {
        assertThat(read(join(bytes("\r\n\r\n"), ONE)).texts).containsExactly(Sip.text(ONE));
        assertThat(read(join(new byte[4], ONE)).texts).containsExactly(Sip.text(ONE));
        assertThat(read(join(bytes("junk and more\r\n"), ONE)).texts).containsExactly(Sip.text(ONE));
    }

    @Test
    void oneInEachDatagram() {
        assertThat(read(join(ONE, Sip.options("two"))).texts).containsExactly(Sip.text(ONE));
    }

    @Test
    void keepAlivesAndOthersAreTurnedAwayWithoutAWord() {
        Recorder read = read(
                bytes("\r\n\r\n"),
                bytes("\r\n"),
                new byte[] {0},
                new byte[4],
                hex("000100002112a442000102030405060708090a0b"),
                hex("80000001000000a0deadbeef"),
                hex("16fefd0000000000000000"),
                hex("12340100000100000000000003777777076578616d706c6503636f6d0000010001"),
                bytes("NOTIFY * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nNT: upnp:rootdevice\r\n\r\n"),
                bytes("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n"),
                bytes("SIP/2.0 200 ok\r\nServer: test\r\nContent-Length: 0\r\n\r\n"),
                bytes("<134>Nov 22 12:00:00 sbc:\n" + Sip.text(ONE)));
        assertThat(read.messages).isEmpty();
        assertThat(read.unusable).isEmpty();
    }
}
