package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.DESTINATION;
import static org.ringback.capture.PacketBuilder.SOURCE;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.ethernet;
import static org.ringback.capture.PacketBuilder.fragment4;
import static org.ringback.capture.PacketBuilder.hex;
import static org.ringback.capture.PacketBuilder.ipv4;
import static org.ringback.capture.PacketBuilder.ipv6;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.udp;
import static org.ringback.capture.PacketBuilder.udp4;
import static org.ringback.capture.PacketBuilder.udp6;

import org.junit.jupiter.api.Test;

class TunnelsTest {

    private static final int OUTER = 0x0A000001;
    private static final byte[] V4 = udp4(Sip.options("four"));
    private static final byte[] V6 = udp6(Sip.options("six"));
    private static final byte[] FRAME = ethernet(0x0800, V4);

    private static byte[] outer(int protocol, byte[] payload) {
        return ipv4(protocol, OUTER, OUTER + 1, 0, 0, new byte[0], payload);
    }

    private static byte[] outerUdp(int port, byte[] payload) {
        return outer(17, udp(50_000, port, payload));
    }

    /** One message, with the addresses of the inner packet. */
    private static void carries(byte[] packet) {
        Recorder read = Recorder.read(new PcapBuilder(101).add(packet));
        assertThat(read.messages).hasSize(1);
        assertThat(read.messages.getFirst().source().host()).isIn("192.0.2.1", "2001:db8::1");
        assertThat(read.messages.getFirst().destination().port()).isEqualTo(5062);

        var cuts = new PcapBuilder(101);
        for (int end = 0; end < packet.length; end++) {
            cuts.add(cut(packet, 0, end));
        }
        Recorder.read(cuts);
    }

    @Test
    void ipInIp() {
        carries(outer(4, V4));
        carries(outer(41, V6));
        carries(ipv6(4, V4));
        carries(ipv6(41, V6));
        carries(outer(4, outer(41, V6)));
    }

    @Test
    void gre() {
        carries(outer(47, join(hex("0000 0800"), V4)));
        carries(outer(47, join(hex("0000 86dd"), V6)));
        carries(outer(47, join(hex("0000 6558"), FRAME)));
        carries(outer(47, join(hex("8000 0800 12340000"), V4)));
        carries(outer(47, join(hex("2000 0800 00000007"), V4)));
        carries(outer(47, join(hex("1000 0800 00000001"), V4)));
        carries(outer(47, join(hex("b000 0800 12340000 00000007 00000001"), V4)));
        carries(outer(47, join(hex("4000 0800 00000000 0800 00 04 0a000003 0000 00 00"), V4)));
        carries(outer(47, join(hex("3081 880b 0010 0001 00000001 00000001 ff03 0021"), V4)));
    }

    @Test
    void erspan() {
        carries(outer(47, join(hex("0000 88be"), FRAME)));
        carries(outer(47, join(hex("1000 88be 00000001 10070001 00000000"), FRAME)));
        carries(outer(47, join(hex("1000 22eb 00000001 20070001 00000000 0000 0000"), FRAME)));
        carries(outer(47, join(hex("1000 22eb 00000001 20070001 00000000 0000 0001 0000000000000000"), FRAME)));
        carries(outer(47, join(hex("1000 22eb 00000001 20070001 00000000 0000 0800"), V4)));
    }

    @Test
    void vxlanAndGeneve() {
        carries(outerUdp(4789, join(hex("08000000 00000700"), FRAME)));
        carries(outerUdp(8472, join(hex("08000000 00000700"), FRAME)));
        carries(outerUdp(4790, join(hex("0c000001 00000700"), V4)));
        carries(outerUdp(6081, join(hex("0000 6558 00000700"), FRAME)));
        carries(outerUdp(6081, join(hex("0100 0800 00000700 00000000"), V4)));
    }

    @Test
    void gtp() {
        carries(outerUdp(2152, join(hex("30ff 0000 00000007"), V4)));
        carries(outerUdp(2152, join(hex("30ff 0000 00000007"), V6)));
        carries(outerUdp(2152, join(hex("32ff 0000 00000007 0001 00 00"), V4)));
        carries(outerUdp(2152, join(hex("34ff 0000 00000007 0000 00 85 01 0001 c0 01 0002 00"), V4)));
    }

    @Test
    void sipOnThePortOfATunnelIsSip() {
        byte[] packet = ipv4(17, udp(5060, 4789, Sip.options("one")));
        assertThat(Recorder.read(new PcapBuilder(101).add(packet)).messages).hasSize(1);
    }

    @Test
    void fragmentsInsideAndOutside() {
        byte[] whole = udp(5060, 5062, Sip.request("MESSAGE", "big", "x".repeat(2000)));
        byte[] tunnel = udp(50_000, 4789, join(hex("08000000 00000700"), ethernet(0x0800, ipv4(17, whole))));
        Recorder inside = Recorder.read(new PcapBuilder(101)
                .add(outer(4, fragment4(whole, 0, 1000, 1)))
                .add(outer(4, fragment4(whole, 1000, whole.length, 1))));
        assertThat(inside.texts).containsExactly(Sip.text(cut(whole, 8, whole.length)));
        Recorder outside = Recorder.read(
                new PcapBuilder(101).add(fragment4(tunnel, 0, 1000, 1)).add(fragment4(tunnel, 1000, tunnel.length, 1)));
        assertThat(outside.texts).containsExactly(Sip.text(cut(whole, 8, whole.length)));
    }

    @Test
    void aMessageInTwoLayersCountsOnceAndItsRetransmissionOnceMore() {
        byte[] mirrored = outer(47, join(hex("0000 0800"), V4));
        Recorder read = Recorder.read(new PcapBuilder(101)
                .add(V4)
                .add(mirrored)
                .later(500_000)
                .add(mirrored)
                .add(V4));
        assertThat(read.frames()).containsExactly(1L, 3L);
    }

    @Test
    void theSameBytesBetweenOthersAreAnotherMessage() {
        byte[] forwarded = ipv4(17, SOURCE, DESTINATION + 1, 0, 0, new byte[0], udp(5060, 5062, Sip.options("four")));
        Recorder read = Recorder.read(
                new PcapBuilder(101).add(V4).add(outer(4, forwarded)).add(V4));
        assertThat(read.messages).hasSize(3);
    }
}
