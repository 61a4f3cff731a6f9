package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.udpPacket;
import static org.ringback.capture.wire.Unusable.Reason.DAMAGED_RECORD;
import static org.ringback.capture.wire.Unusable.Reason.NOT_A_CAPTURE;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Unusable;

/** Captures whose first bytes are damaged: their records show what they are. */
class HeadlessFileTest {

    private static final int RECORDS = 12;
    private static final int HEADER = 24;

    private static byte[] classic(int linkType, ByteOrder order, boolean nanoseconds) {
        var file = new PcapBuilder(linkType, order, nanoseconds);
        int link = linkType == 1 ? 0 : 14;
        for (int number = 0; number < RECORDS; number++) {
            byte[] packet = udpPacket(Sip.request("MESSAGE", "r" + number, "x".repeat(number * 37 % 400)));
            file.add(cut(packet, link, packet.length));
        }
        return file.bytes();
    }

    private static byte[] zeroed(byte[] file, int from, int to) {
        byte[] damaged = file.clone();
        Arrays.fill(damaged, from, to, (byte) 0);
        return damaged;
    }

    private static List<String> names(int from) {
        return IntStream.range(from, RECORDS).mapToObj(number -> "r" + number).toList();
    }

    @ParameterizedTest
    @CsvSource({"1,true,false", "1,false,false", "1,true,true", "101,true,false", "101,false,true"})
    void aHeaderThatIsLostCostsNothing(int linkType, boolean little, boolean nanoseconds) {
        byte[] file = classic(linkType, little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN, nanoseconds);
        List<Long> times =
                Recorder.read(file).messages.stream().map(Captured::time).toList();
        Recorder read = Recorder.read(zeroed(file, 0, HEADER));
        assertThat(read.callIds()).isEqualTo(names(0));
        assertThat(read.messages).extracting(Captured::time).isEqualTo(times);
        assertThat(read.unusable).containsExactly(new Unusable(0, 1, DAMAGED_RECORD, "24"));
    }

    @Test
    void oneBitOfTheHeaderCostsNothing() {
        byte[] file = classic(1, ByteOrder.LITTLE_ENDIAN, false);
        for (int bit = 0; bit < 8 * HEADER; bit++) {
            byte[] damaged = file.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(Recorder.read(damaged).callIds()).as("bit %d", bit).isEqualTo(names(0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 20})
    void aHeaderThatIsLostWithTheFirstRecordCostsThatOne(int from) {
        byte[] file = classic(101, ByteOrder.LITTLE_ENDIAN, false);
        Recorder read = Recorder.read(zeroed(file, from, 64));
        assertThat(read.callIds()).isEqualTo(names(1));
        assertThat(read.reasons()).contains(DAMAGED_RECORD);
        assertThat(Recorder.read(zeroed(file, 0, 64)).callIds()).isEqualTo(names(1));
    }

    @Test
    void aSectionThatIsLostCostsNothing() {
        var file = new PcapngBuilder().section().interfaceOf(1, -1);
        for (int number = 0; number < RECORDS; number++) {
            file.packet(0, PcapBuilder.BEGIN + number, udpPacket(Sip.options("r" + number)));
        }
        Recorder read = Recorder.read(zeroed(file.bytes(), 0, 28));
        assertThat(read.callIds()).isEqualTo(names(0));
        assertThat(read.unusable).containsExactly(new Unusable(0, 1, DAMAGED_RECORD, "28"));
    }

    @Test
    void oneBitOfAnInterfaceCostsNoMessage() {
        var file = new PcapngBuilder().section().interfaceOf(101, -1);
        for (int number = 0; number < RECORDS; number++) {
            byte[] packet = udpPacket(Sip.options("r" + number));
            file.packet(0, PcapBuilder.BEGIN + number, cut(packet, 14, packet.length));
        }
        for (int bit = 0; bit < 8 * 48; bit++) {
            byte[] damaged = file.bytes();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            Recorder read = Recorder.read(damaged);
            assertThat(read.callIds()).as("bit %d", bit).isEqualTo(names(0));
            assertThat(read.messages.getLast().time()).as("bit %d", bit).isEqualTo(PcapBuilder.BEGIN + RECORDS - 1);
        }
    }

    @Test
    void noiseAndZerosAreNoCapture() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertThat(Recorder.read(noise).reasons()).containsExactly(NOT_A_CAPTURE);
        assertThat(Recorder.read(new byte[1000]).reasons()).containsExactly(NOT_A_CAPTURE);
    }
}
