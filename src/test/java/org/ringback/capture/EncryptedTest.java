package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.hex;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.u16;
import static org.ringback.capture.wire.Unusable.Reason.ENCRYPTED;
import static org.ringback.capture.wire.Unusable.Reason.NO_SIP;

import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Unusable;

/** What holds no SIP that could be read says so. */
class EncryptedTest {

    private static final byte[] CLIENT_HELLO = record(22, 0x0301);
    private static final byte[] SERVER_HELLO = record(22, 0x0303);
    private static final byte[] DATA = record(23, 0x0303);

    private static byte[] record(int type, int version) {
        byte[] content = new byte[300];
        content[0] = 1;
        return join(new byte[] {(byte) type}, u16(version), u16(content.length), content);
    }

    private static Recorder connection(int port, byte[]... fromClient) {
        var file = PcapBuilder.ethernet();
        int sequence = 1;
        for (byte[] data : fromClient) {
            file.add(TcpBuilder.segment(40_000, port, true, sequence, 1, TcpBuilder.ACK, data));
            sequence += data.length;
        }
        file.add(TcpBuilder.segment(port, 40_000, false, 1, sequence, TcpBuilder.ACK, SERVER_HELLO));
        file.add(TcpBuilder.segment(port, 40_000, false, 1 + SERVER_HELLO.length, sequence, TcpBuilder.ACK, DATA));
        return Recorder.read(file);
    }

    @Test
    void aConnectionOnAPortOfSipIsToldOnce() {
        Unusable told = new Unusable(0, 1, ENCRYPTED, "192.0.2.1:40000 192.0.2.2:5061");
        assertThat(connection(5061, CLIENT_HELLO, DATA).unusable).containsExactly(told);
        assertThat(connection(5061, DATA, DATA).unusable).containsExactly(told);
    }

    @Test
    void eachConnectionIsTold() {
        var file = PcapBuilder.ethernet();
        for (int port = 40_000; port < 40_003; port++) {
            file.add(TcpBuilder.segment(port, 5061, true, 0, 0, TcpBuilder.SYN, new byte[0]));
            file.add(TcpBuilder.segment(port, 5061, true, 1, 0, TcpBuilder.ACK, CLIENT_HELLO));
        }
        assertThat(Recorder.read(file).reasons()).containsExactly(ENCRYPTED, ENCRYPTED, ENCRYPTED);
    }

    @Test
    void betweenIpv6HostsToo() {
        byte[] segment = PacketBuilder.tcp(40_000, 5061, 1, 0, TcpBuilder.ACK, CLIENT_HELLO);
        assertThat(Recorder.read(new PcapBuilder(101).add(PacketBuilder.ipv6(6, segment))).unusable)
                .containsExactly(new Unusable(0, 1, ENCRYPTED, "[2001:db8::1]:40000 [2001:db8::2]:5061"));
    }

    @Test
    void aWebPageIsNoneOfOurs() {
        assertThat(connection(443, CLIENT_HELLO, DATA).unusable).isEmpty();
    }

    @Test
    void otherBinaryDataIsNoTls() {
        byte[] empty = join(hex("1703030000"), new byte[100]);
        byte[] tooLong = join(hex("160303ffff"), new byte[100]);
        byte[] otherVersion = join(hex("1602000040"), new byte[100]);
        for (byte[] data : new byte[][] {empty, tooLong, otherVersion, new byte[200]}) {
            var file = PcapBuilder.ethernet();
            new TcpBuilder(file).handshake().fromClient(0, data);
            assertThat(Recorder.read(file).unusable).isEmpty();
        }
    }

    @Test
    void aCaptureWithoutSipSaysHowManyPackets() {
        assertThat(connection(443, CLIENT_HELLO, DATA).withoutSip).containsExactly(new Unusable(0, 0, NO_SIP, "4"));
        assertThat(Recorder.read(new PcapBuilder(1)).withoutSip).containsExactly(new Unusable(0, 0, NO_SIP, "0"));
        var blocks = new PcapngBuilder().section().interfaceOf(1, -1);
        blocks.packet(0, PcapBuilder.BEGIN, PacketBuilder.udpPacket(new byte[50]));
        assertThat(Recorder.read(blocks.bytes()).withoutSip).containsExactly(new Unusable(0, 0, NO_SIP, "1"));
    }

    @Test
    void aCaptureWithSipDoesNot() {
        assertThat(Recorder.read(PcapBuilder.ethernet(PacketBuilder.udpPacket(Sip.options("one")))).withoutSip)
                .isEmpty();
    }
}
