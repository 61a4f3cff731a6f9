package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.hex;
import static org.ringback.capture.PacketBuilder.ipv4;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.udp;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.payload.Witness;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/** What is read in one step is told as the layers tell it one by one, which read what has no link layer. */
class PlainMediaTest {

    private static final int RAW = 101;
    private static final int ETHERNET = 1;
    private static final int COOKED = 113;
    private static final byte[] MACS = hex("020000000001020000000002 0800");
    private static final byte[] COOKED_HEADER = hex("0000 0001 0006 020000000001 0000 0800");

    @TempDir
    private Path folder;

    /** Writes down what it is told. */
    private record Told(List<String> lines) implements Witness {

        @Override
        public void datagram(Packet packet, long from, long to) {
            byte[] payload = packet.bytes.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
            lines.add(packet.frame + " " + packet.addresses.text() + " " + packet.addresses.sourceHigh + " "
                    + packet.addresses.destinationHigh + " " + packet.dscp + " " + packet.identification + " "
                    + packet.missing + " " + packet.transport + " "
                    + HexFormat.of().formatHex(payload));
        }
    }

    private List<String> told(int linkType, byte[] header, List<byte[]> packets) throws IOException {
        var file = new PcapBuilder(linkType);
        packets.forEach(packet -> file.add(join(header, packet)));
        Path path = Files.write(folder.resolve(linkType + ".pcap"), file.bytes());
        List<String> lines = new ArrayList<>();
        try (Capture capture = Capture.open(List.of(path), Map.of(), (_, _) -> new Told(lines))) {
            capture.read(new Sink() {
                @Override
                public void message(Captured message) {
                    lines.add("message " + message.frame());
                }

                @Override
                public void unusable(Unusable part) {}
            });
        }
        return lines;
    }

    private static byte[] rtp(int length) {
        byte[] payload = new byte[length];
        new Random(length).nextBytes(payload);
        payload[0] = (byte) 0x80;
        return payload;
    }

    @Test
    void whateverIsDamagedOrCutOff() throws IOException {
        byte[] whole = ipv4(17, udp(16_384, 30_002, rtp(172)));
        List<byte[]> packets = new ArrayList<>(List.of(whole));
        for (int length = 1; length < 16; length++) {
            packets.add(ipv4(17, udp(40_000, 5060, rtp(length))));
        }
        for (int end = 1; end < 60; end++) {
            packets.add(cut(whole, 0, end));
        }
        packets.add(join(whole, new byte[6]));
        var random = new Random(14);
        for (int times = 0; times < 4000; times++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(30)] = (byte) random.nextInt();
            packets.add(random.nextBoolean() ? damaged : cut(damaged, 0, 20 + random.nextInt(150)));
        }

        List<String> oneByOne = told(RAW, new byte[0], packets);
        assertThat(oneByOne).hasSizeGreaterThan(2000);
        assertThat(told(ETHERNET, MACS, packets)).isEqualTo(oneByOne);
        assertThat(told(COOKED, COOKED_HEADER, packets)).isEqualTo(oneByOne);
    }
}
