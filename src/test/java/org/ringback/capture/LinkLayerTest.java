package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.ethernet;
import static org.ringback.capture.PacketBuilder.hex;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.udp4;
import static org.ringback.capture.PacketBuilder.udp6;

import org.junit.jupiter.api.Test;

class LinkLayerTest {

    private static final byte[] V4 = udp4(Sip.options("four"));
    private static final byte[] V6 = udp6(Sip.options("six"));

    private static void carries(int linkType, String header, byte[] packet) {
        byte[] whole = join(hex(header), packet);
        Recorder read = Recorder.read(new PcapBuilder(linkType).add(whole));
        assertThat(read.messages).as("link type %d, %s", linkType, header).hasSize(1);
        assertThat(read.unusable).isEmpty();
        assertThat(read.texts.getFirst()).endsWith("\r\n\r\n");

        var cuts = new PcapBuilder(linkType);
        for (int end = 0; end < whole.length; end++) {
            cuts.add(cut(whole, 0, end));
        }
        Recorder.read(cuts);
    }

    @Test
    void ethernetWithPaddingBehindThePacket() {
        byte[] packet = join(ethernet(0x0800, V4), new byte[18]);
        assertThat(Recorder.read(PcapBuilder.ethernet(packet)).texts).containsExactly(Sip.text(Sip.options("four")));
    }

    @Test
    void ethernetAndItsTags() {
        String macs = "020000000001020000000002";
        carries(1, macs + "0800", V4);
        carries(1, macs + "86dd", V6);
        carries(1, macs + "8100 0007 0800", V4);
        carries(1, macs + "88a8 0007 8100 0008 86dd", V6);
        carries(1, macs + "8100 0007 8100 0008 0800", V4);
        carries(1, macs + "9100 0007 8100 0008 0800", V4);
        carries(1, macs + "0100 aaaa03 000000 0800", V4);
        carries(1, macs + "8847 00010040 00020140", V4);
    }

    @Test
    void pppoe() {
        String macs = "020000000001020000000002";
        carries(1, macs + "8864 1100 0001 ffff 0021", V4);
        carries(1, macs + "8864 1100 0001 ffff 0057", V6);
        carries(1, macs + "8100 0007 8864 1100 0001 ffff 0021", V4);
    }

    @Test
    void linuxCooked() {
        carries(113, "0000 0001 0006 0200000000010000 0800", V4);
        carries(113, "0004 0304 0006 0000000000000000 86dd", V6);
        carries(113, "0000 0001 0006 0200000000010000 8100 0007 0800", V4);
        carries(276, "0800 0000 00000002 0001 00 06 0200000000010000", V4);
        carries(276, "86dd 0000 00000002 0001 04 06 0200000000010000", V6);
    }

    @Test
    void loopbackInBothByteOrders() {
        for (int linkType : new int[] {0, 108}) {
            carries(linkType, "02000000", V4);
            carries(linkType, "00000002", V4);
            carries(linkType, "1e000000", V6);
            carries(linkType, "0000001c", V6);
            carries(linkType, "18000000", V6);
        }
    }

    @Test
    void rawIp() {
        for (int linkType : new int[] {12, 14, 101}) {
            carries(linkType, "", V4);
            carries(linkType, "", V6);
        }
        carries(228, "", V4);
        carries(229, "", V6);
    }

    @Test
    void ppp() {
        carries(9, "ff03 0021", V4);
        carries(9, "0021", V4);
        carries(9, "21", V4);
        carries(9, "ff03 57", V6);
        carries(50, "ff03 0021", V4);
        carries(50, "0f00 0800", V4);
        carries(51, "1100 0001 ffff 0021", V4);
        carries(104, "0f00 86dd", V6);
    }
}
