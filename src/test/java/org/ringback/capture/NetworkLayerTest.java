package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.DESTINATION;
import static org.ringback.capture.PacketBuilder.SOURCE;
import static org.ringback.capture.PacketBuilder.hex;
import static org.ringback.capture.PacketBuilder.ipv4;
import static org.ringback.capture.PacketBuilder.ipv6;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.udp;
import static org.ringback.capture.PacketBuilder.udp4;
import static org.ringback.capture.PacketBuilder.udp6;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.AddressText;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Unusable;

class NetworkLayerTest {

    private static final byte[] UDP = udp(5060, 5062, Sip.options("one"));

    private static Recorder raw(byte[]... packets) {
        var file = new PcapBuilder(101);
        for (byte[] packet : packets) {
            file.add(packet);
        }
        return Recorder.read(file);
    }

    @Test
    void ipv4WithOptions() {
        byte[] options = hex("94040000 01010101");
        assertThat(raw(ipv4(17, SOURCE, DESTINATION, 0, 0, options, UDP)).messages)
                .hasSize(1);
    }

    @Test
    void ipv4WhoseLengthTheNetworkCardWasToWrite() {
        byte[] packet = ipv4(17, UDP);
        packet[2] = 0;
        packet[3] = 0;
        assertThat(raw(packet).messages).hasSize(1);
    }

    @Test
    void ipv6WithEveryExtensionHeader() {
        byte[] headers = join(
                hex("3c00 000000000000"),
                hex("2b01 00000000 0000 0000000000000000"),
                hex("2c02 00000000 0000 0000000000000000 0000000000000000"),
                hex("3300 0000 00000007"),
                hex("8704 0000 00000001 00000001 0000000000000000 00000000"),
                hex("1100 000000000000"));
        Recorder read = raw(ipv6(0, join(headers, UDP)));
        assertThat(read.messages).hasSize(1);
        assertThat(read.messages.getFirst().source()).isEqualTo(new Endpoint("2001:db8::1", 5060));
    }

    @Test
    void addressesInTheirShortForm() {
        assertThat(AddressText.of(true, 0, 1)).isEqualTo("::1");
        assertThat(AddressText.of(true, 0, 0)).isEqualTo("::");
        assertThat(AddressText.of(true, 0x20010DB800000000L, 0)).isEqualTo("2001:db8::");
        assertThat(AddressText.of(true, 0x20010DB800000001L, 0x0001000000000001L))
                .isEqualTo("2001:db8:0:1:1::1");
        assertThat(AddressText.of(true, 0x20010DB800010001L, 0x0001000100000001L))
                .isEqualTo("2001:db8:1:1:1:1:0:1");
        assertThat(AddressText.of(true, 0, 0xFFFFC0000201L)).isEqualTo("::ffff:192.0.2.1");
        assertThat(AddressText.of(false, 0, 0xFFFFFFFFL)).isEqualTo("255.255.255.255");
    }

    @Test
    void whatIcmpQuotesWasSentBefore() {
        byte[] quote = udp4(Sip.options("one"));
        byte[] quote6 = udp6(Sip.options("one"));
        assertThat(raw(ipv4(1, join(hex("0303000000000000"), quote))).messages).isEmpty();
        assertThat(raw(ipv6(58, join(hex("0104000000000000"), quote6))).messages)
                .isEmpty();
    }

    @Test
    void endlessTunnelsEnd() {
        byte[] packet = udp4(Sip.options("one"));
        for (int depth = 0; depth < 100; depth++) {
            packet = ipv4(4, packet);
        }
        Recorder read = raw(packet);
        assertThat(read.messages).isEmpty();
        assertThat(read.unusable).containsExactly(new Unusable(0, 1, Unusable.Reason.LIMIT, "LAYERS"));
    }

    @Test
    void endlessExtensionHeadersEnd() {
        byte[] payload = UDP;
        for (int count = 0; count < 100; count++) {
            payload = join(hex(count == 0 ? "1100" : "3c00"), new byte[6], payload);
        }
        assertThat(raw(ipv6(60, payload)).unusable)
                .containsExactly(new Unusable(0, 1, Unusable.Reason.LIMIT, "EXTENSION_HEADERS"));
    }
}
