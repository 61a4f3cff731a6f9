package org.ringback.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;

/**
 * Packets of two hosts after each other, for the readers of ICMP, TCP with TLS, and DNS. The input: for each packet one byte
 * that says what it is and which way it goes, its length (two bytes), its bytes.
 */
class NetworkFuzzTest {

    private static final Path FOLDER = Path.of("src/test/resources/network");
    private static final int ETHERNET = 14;
    private static final int HEAD = 3;

    static Stream<byte[]> captures() {
        return Stream.of(
                        "icmp-closed-port.pcap",
                        "icmp-routers.pcap",
                        "tls12-expired-refused.pcap",
                        "tls12-other-name.pcap",
                        "tls13-good.pcap",
                        "tls-to-plain.pcap",
                        "tcp-reset.pcap",
                        "dns.pcap")
                .map(NetworkFuzzTest::input);
    }

    /** What lies inside IP in a capture. */
    private static byte[] input(String file) {
        ByteBuffer capture = ByteBuffer.wrap(bytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var input = ByteBuffer.allocate(capture.capacity());
        for (int at = 24; at < capture.capacity(); ) {
            int length = capture.getInt(at + 8);
            int ip = at + 16 + ETHERNET;
            boolean ipv6 = capture.get(ip) >>> 4 == 6;
            int header = ipv6 ? 40 : 20;
            int protocol = capture.get(ip + (ipv6 ? 6 : 9));
            boolean dns = protocol == 17 && (capture.get(ip + header + 1) == 53 || capture.get(ip + header + 3) == 53);
            int begin = ip + header + (protocol == 17 ? 8 : 0);
            int end = at + 16 + length;
            if (protocol != 17 || dns) {
                boolean back = capture.getShort(ip + header) == (short) 0xC513 || capture.get(ip + header + 1) == 53;
                int kind = protocol == 6 ? 0 : protocol == 17 ? 1 : ipv6 ? 3 : 2;
                input.put((byte) (kind + (back ? 4 : 0)));
                input.putShort((short) (end - begin)).put(capture.array(), begin, end - begin);
            }
            at = end;
        }
        return java.util.Arrays.copyOf(input.array(), input.position());
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @MethodSource("captures")
    @FuzzTest
    void readsAnything(byte[] input) {
        var witness = new NetworkWitness(0, 0);
        var packet = new Packet();
        packet.bytes = MemorySegment.ofArray(input).asReadOnly();
        int at = 0;
        while (input.length - at > HEAD) {
            int what = input[at];
            int from = at + HEAD;
            int to = Math.min(input.length, from + ((input[at + 1] & 0xFF) << 8 | (input[at + 2] & 0xFF)));
            boolean back = (what & 4) != 0;
            packet.frame++;
            packet.time = 1_750_000_000_000_000L + packet.frame * 1_000_000;
            packet.addresses.ipv6 = (what & 3) == 3;
            packet.addresses.sourceLow = back ? 2 : 1;
            packet.addresses.destinationLow = back ? 1 : 2;
            packet.addresses.sourcePort = back ? 53 : 40_000;
            packet.addresses.destinationPort = back ? 40_000 : 53;
            switch (what & 3) {
                case 0 -> segment(witness, packet, from, to);
                case 1 -> witness.datagram(packet, from, to);
                default -> witness.icmp(packet, from, to);
            }
            at = to;
        }
        witness.end(Captured.NO_TIME);
        for (NetworkEvent event : witness.events().all()) {
            assertThat(event.from()).isNotNull();
            assertThat(event.to()).isNotNull();
            assertThat(event.seen().frame()).isPositive();
        }
    }

    private static void segment(NetworkWitness witness, Packet packet, int from, int to) {
        if (to - from >= 20) {
            int header = (packet.bytes.get(java.lang.foreign.ValueLayout.JAVA_BYTE, from + 12) >>> 4 & 0xF) * 4;
            witness.segment(packet, from, Math.min(to, from + Math.max(20, header)), to);
        }
    }
}
