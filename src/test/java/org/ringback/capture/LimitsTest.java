package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.udpPacket;
import static org.ringback.capture.Unusable.Reason.LIMIT;

import org.junit.jupiter.api.Test;

/** Limits that have no test beside what they limit. */
class LimitsTest {

    @Test
    void reportsOfOneReason() {
        var file = new PcapBuilder(1);
        byte[] kept = PacketBuilder.cut(udpPacket(Sip.options("one")), 0, 200);
        for (int count = 0; count < Limits.REPORTS + 100; count++) {
            file.add(kept);
        }
        Recorder read = Recorder.read(file);
        assertThat(read.messages).hasSize(Limits.REPORTS + 100);
        assertThat(read.unusable).hasSize(Limits.REPORTS + 1);
        assertThat(read.unusable.getLast().reason()).isEqualTo(LIMIT);
        assertThat(read.unusable.getLast().detail()).isEqualTo("REPORTS CUT_PACKET");
    }

    @Test
    void interfacesOfOneSection() {
        var file = new PcapngBuilder().section();
        for (int count = 0; count < Limits.INTERFACES + 2; count++) {
            file.interfaceOf(1, -1);
        }
        file.packet(0, PcapBuilder.BEGIN, udpPacket(Sip.options("one")));
        Recorder read = Recorder.read(file.bytes());
        assertThat(read.messages).hasSize(1);
        assertThat(read.unusable).containsExactly(new Unusable(0, 0, LIMIT, "INTERFACES"));
    }

    @Test
    void endpointsAreSharedUpToABound() {
        var endpoints = new Endpoints();
        Endpoint first = endpoints.of(false, 0, 1, 5060);
        for (int address = 0; address < Limits.ENDPOINTS + 100; address++) {
            assertThat(endpoints.of(false, 0, address, 5060).port()).isEqualTo(5060);
        }
        assertThat(endpoints.of(false, 0, 1, 5060)).isSameAs(first);
        int beyond = Limits.ENDPOINTS + 50;
        assertThat(endpoints.of(false, 0, beyond, 5060)).isEqualTo(endpoints.of(false, 0, beyond, 5060));
    }

    @Test
    void tagsBeforeAPacket() {
        byte[] packet = PacketBuilder.udp4(Sip.options("one"));
        int type = 0x0800;
        for (int count = 0; count <= Limits.TAGS; count++) {
            packet = PacketBuilder.join(PacketBuilder.u16(1), PacketBuilder.u16(type), packet);
            type = 0x8100;
        }
        assertThat(Recorder.read(PcapBuilder.ethernet(PacketBuilder.ethernet(type, packet))).messages).isEmpty();
    }

    @Test
    void allThatWaitsInManyStreams() {
        var file = PcapBuilder.ethernet();
        byte[] begin = Sip.bytes("MESSAGE sip:a@example.com SIP/2.0\r\nVia: SIP/2.0/TCP a\r\nContent-Length: 900000\r\n\r\n"
                + "x".repeat(60_000));
        long held = 0;
        for (int port = 1; held <= Limits.ALL_STREAM_BYTES; port++) {
            file.add(TcpBuilder.segment(port, 5060, true, 1, 0, TcpBuilder.ACK, begin));
            held += begin.length;
        }
        assertThat(Recorder.read(file).unusable).extracting(Unusable::detail).contains("ALL_STREAM_BYTES");
    }
}
