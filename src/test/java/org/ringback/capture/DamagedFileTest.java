package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.udpPacket;
import static org.ringback.capture.wire.Unusable.Reason.DAMAGED_RECORD;
import static org.ringback.capture.wire.Unusable.Reason.DAMAGED_TIME;
import static org.ringback.capture.wire.Unusable.Reason.TRUNCATED_FILE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.BesideOthers;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Unusable;

/** What of a capture is read when a part of its file is damaged: all but what was hit. */
@BesideOthers
class DamagedFileTest {

    private static final int RECORDS = 24;
    private static final int HEADER = 16;
    private static final long DAY = 86_400_000_000L;

    private static byte[] record(int number) {
        return udpPacket(Sip.request("MESSAGE", "r" + number, "x".repeat(number * 37 % 400)));
    }

    private static byte[] classic() {
        var file = new PcapBuilder(1);
        IntStream.range(0, RECORDS).forEach(number -> file.add(record(number)));
        return file.bytes();
    }

    private static byte[] blocks() {
        var file = new PcapngBuilder().section().interfaceOf(1, -1).interfaceOf(1, -1);
        IntStream.range(0, RECORDS).forEach(number -> file.packet(0, PcapBuilder.BEGIN + number, record(number)));
        return file.bytes();
    }

    /** Where each record begins, and the end. */
    private static int[] places(boolean classic) {
        int[] places = new int[RECORDS + 1];
        places[0] = classic ? 24 : 28 + 20 + 20;
        for (int number = 0; number < RECORDS; number++) {
            int length = record(number).length;
            places[number + 1] = places[number] + (classic ? HEADER + length : 32 + (length + 3) / 4 * 4);
        }
        return places;
    }

    /** Damages a range with zeros, ones and noise, and counts the records outside of it that are not found. */
    private static void isRead(byte[] file, int[] places, int from, int size) {
        for (int value : new int[] {0, 0xFF, 256}) {
            byte[] damaged = file.clone();
            byte[] noise = new byte[size];
            Arrays.fill(noise, (byte) value);
            if (value > 0xFF) {
                new Random(from).nextBytes(noise);
            }
            System.arraycopy(noise, 0, damaged, from, size);
            List<String> found = Recorder.read(damaged).callIds();
            for (int number = 0; number < RECORDS; number++) {
                boolean hit = places[number] < from + size && places[number + 1] > from;
                assertThat(hit || found.contains("r" + number))
                        .as("record %d with %d bytes of %d at %d", number, size, value, from)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHoleCostsOnlyTheRecordsThatItHits(boolean classic) {
        byte[] file = classic ? classic() : blocks();
        int[] places = places(classic);
        for (int size : new int[] {64, 512, 4096}) {
            // Places in headers are all different, those in the same packet much alike.
            for (int from = classic ? 24 : 28; from + size < file.length; from += classic ? 101 : 103) {
                isRead(file, places, from, size);
            }
        }
    }

    @Test
    void aWrongLengthCostsNoOtherRecord() {
        byte[] file = classic();
        int[] places = places(true);
        var random = new Random(3);
        for (int number = 0; number < RECORDS; number++) {
            for (int field : new int[] {8, 12}) {
                for (int wrong : new int[] {0, 1, random.nextInt(3000), 70_000, random.nextInt(), -1}) {
                    byte[] damaged = file.clone();
                    ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(places[number] + field, wrong);
                    List<String> found = Recorder.read(damaged).callIds();
                    for (int other = 0; other < RECORDS; other++) {
                        assertThat(other == number || found.contains("r" + other))
                                .as("record %d where the length of %d is %d", other, number, wrong)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void oneBitOfAHeaderCostsNoMessage() {
        byte[] file = classic();
        int[] places = places(true);
        for (int number = 1; number < RECORDS; number += 5) {
            for (int bit = 0; bit < 8 * HEADER; bit++) {
                byte[] damaged = file.clone();
                damaged[places[number] + bit / 8] ^= (byte) (1 << (bit % 8));
                assertThat(Recorder.read(damaged).callIds())
                        .as("bit %d of %d", bit, number)
                        .hasSize(RECORDS);
            }
        }
    }

    @Test
    void zerosAreDamageAndNoPackets() {
        byte[] file = classic();
        int hole = 11 << 20;
        int middle = places(true)[10];
        Recorder read = Recorder.read(join(cut(file, 0, middle), new byte[hole], cut(file, middle, file.length)));
        assertThat(read.messages).hasSize(RECORDS);
        assertThat(read.frames()).endsWith((long) RECORDS);
        assertThat(read.unusable).containsExactly(new Unusable(0, 11, DAMAGED_RECORD, Integer.toString(hole)));

        Recorder end = Recorder.read(join(file, new byte[hole]));
        assertThat(end.messages).hasSize(RECORDS);
        assertThat(end.unusable).containsExactly(new Unusable(0, RECORDS + 1, DAMAGED_RECORD, Integer.toString(hole)));
    }

    @Test
    void aRecordThatTheEndHasCutIsNoDamage() {
        byte[] file = classic();
        assertThat(Recorder.read(cut(file, 0, file.length - 9)).reasons()).containsExactly(TRUNCATED_FILE);
    }

    /** Two of each day, far apart; each pause is longer than any that speaks for a wrong time. */
    private static PcapBuilder pauses(long pause) {
        var file = new PcapBuilder(1);
        for (int number = 0; number < RECORDS; number++) {
            file.add(PcapBuilder.BEGIN + number / 2 * pause + number % 2 * 1000L, record(number));
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(longs = {3_600_000_000L, 2 * DAY, 90 * DAY, -3 * DAY})
    void aPauseOrAClockThatWasSetIsNoDamage(long pause) {
        byte[] file = pauses(pause).bytes();
        Recorder whole = Recorder.read(file);
        assertThat(whole.messages).hasSize(RECORDS);
        assertThat(whole.unusable).isEmpty();
        assertThat(whole.messages.getLast().time()).isEqualTo(PcapBuilder.BEGIN + (RECORDS / 2 - 1) * pause + 1000);

        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(places(true)[9] + 8, 30);
        Recorder damaged = Recorder.read(file);
        assertThat(damaged.callIds()).contains("r8", "r10", "r11", "r23").hasSizeGreaterThanOrEqualTo(RECORDS - 1);
        assertThat(damaged.reasons()).containsExactly(DAMAGED_RECORD);
    }

    @Test
    void aTimeThatAllOthersContradictIsNone() {
        byte[] file = classic();
        file[places(true)[5] + 3] ^= 0x40;
        Recorder read = Recorder.read(file);
        assertThat(read.messages).hasSize(RECORDS);
        assertThat(read.messages.get(5).time()).isEqualTo(Captured.NO_TIME);
        assertThat(read.messages.get(6).time()).isEqualTo(PcapBuilder.BEGIN + 7000);
        assertThat(read.unusable).containsExactly(new Unusable(0, 6, DAMAGED_TIME, ""));

        byte[] blocks = blocks();
        blocks[places(false)[5] + 12] ^= 0x40;
        Recorder other = Recorder.read(blocks);
        assertThat(other.messages).hasSize(RECORDS);
        assertThat(other.messages.get(5).time()).isEqualTo(Captured.NO_TIME);
        assertThat(other.unusable).containsExactly(new Unusable(0, 6, DAMAGED_TIME, ""));
    }

    @Test
    void aSecondClockInTheSameFileIsNoDamage() {
        var file = new PcapBuilder(1);
        for (int number = 0; number < RECORDS; number++) {
            file.add(PcapBuilder.BEGIN + number % 3 / 2 * (10 * DAY) + number, record(number));
        }
        Recorder read = Recorder.read(file);
        assertThat(read.messages).hasSize(RECORDS);
        assertThat(read.messages.get(2).time()).isEqualTo(PcapBuilder.BEGIN + 10 * DAY + 2);
        assertThat(read.unusable).isEmpty();
    }

    /**
     * A capture that somebody uploads while the network is captured: its records lead nowhere but into the next packet. Where
     * only a header is lost, the packet behind it says itself how long it is.
     */
    @Test
    void recordsInsideOfAPacketAreNoRecords() {
        var inner = new PcapBuilder(1);
        IntStream.range(0, 40).forEach(number -> inner.add(udpPacket(new byte[60 + number])));
        byte[] upload = join(inner.bytes(), Sip.bytes("\r\n--boundary--\r\n"));
        var file = new PcapBuilder(1);
        var places = new ArrayList<Integer>();
        file.add(record(0)).add(record(1));
        file.add(TcpBuilder.segment(40_000, 8080, true, 999, 0, TcpBuilder.SYN, new byte[0]));
        for (int at = 0; at < upload.length; at += 1400) {
            places.add(file.bytes().length);
            byte[] data = cut(upload, at, Math.min(upload.length, at + 1400));
            file.add(TcpBuilder.segment(40_000, 8080, true, 1000 + at, 0, TcpBuilder.ACK, data));
        }
        IntStream.range(2, RECORDS).forEach(number -> file.add(record(number)));
        long packets = RECORDS + 1L + places.size();
        assertThat(Recorder.read(file).frames()).hasSize(RECORDS).endsWith(packets);
        for (int place : places) {
            for (int size : new int[] {16, 64, 512}) {
                byte[] damaged = file.bytes();
                Arrays.fill(damaged, place, place + size, (byte) 0);
                assertThat(Recorder.read(damaged).frames())
                        .as("%d zeros at %d", size, place)
                        .hasSize(RECORDS)
                        .endsWith(size == HEADER ? packets : packets - 1);
            }
        }
    }

    @Test
    void whoNeverSaysHowMuchWasSentWritesNoDamage() {
        var file = new PcapBuilder(1);
        for (int number = 0; number < RECORDS; number++) {
            byte[] packet = record(number);
            file.add(PcapBuilder.BEGIN + number, packet, packet.length, 0);
        }
        Recorder read = Recorder.read(file);
        assertThat(read.messages).hasSize(RECORDS);
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void anInterfaceThatIsLostIsSeenByItsPackets() {
        for (int resolution : new int[] {6, 9}) {
            var file = new PcapngBuilder().section().raw(new byte[20]);
            long unit = resolution == 9 ? 1000 : 1;
            IntStream.range(0, RECORDS)
                    .forEach(number -> file.packet(0, (PcapBuilder.BEGIN + number) * unit, record(number)));
            Recorder read = Recorder.read(file.bytes());
            assertThat(read.messages).hasSize(RECORDS);
            assertThat(read.messages.getLast().time()).isEqualTo(PcapBuilder.BEGIN + RECORDS - 1);
            assertThat(read.unusable).containsExactly(new Unusable(0, 1, DAMAGED_RECORD, "20"));
        }
    }

    @Test
    void aBlockWhoseLastLengthIsWrongIsReadIfBlocksFollow() {
        byte[] file = blocks();
        file[places(false)[4] - 3] ^= 1;
        Recorder read = Recorder.read(file);
        assertThat(read.messages).hasSize(RECORDS);
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void blocksAreFoundWhereverTheyBegin() {
        byte[] file = blocks();
        int middle = places(false)[7];
        Recorder read = Recorder.read(join(cut(file, 0, middle - 3), cut(file, middle, file.length)));
        assertThat(read.callIds()).hasSizeGreaterThanOrEqualTo(RECORDS - 1).contains("r7");
        assertThat(read.reasons()).containsExactly(DAMAGED_RECORD);
    }
}
