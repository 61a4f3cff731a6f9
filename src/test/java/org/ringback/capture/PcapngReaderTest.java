package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.udp4;
import static org.ringback.capture.PacketBuilder.udpPacket;
import static org.ringback.capture.wire.Unusable.Reason.DAMAGED_RECORD;
import static org.ringback.capture.wire.Unusable.Reason.TRUNCATED_FILE;

import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Unusable;

class PcapngReaderTest {

    private static final long TIME = PcapBuilder.BEGIN + 250_000;
    private static final byte[] ONE = udpPacket(Sip.options("one"));
    private static final byte[] TWO = udp4(Sip.options("two"));

    @Test
    void readsInterfacesOfSeveralLinkTypes() {
        Recorder read = Recorder.read(new PcapngBuilder()
                .section()
                .interfaceOf(1, -1)
                .interfaceOf(101, -1)
                .packet(1, TIME, TWO)
                .packet(0, TIME + 1, ONE)
                .bytes());
        assertThat(read.callIds()).containsExactly("two", "one");
        assertThat(read.messages).extracting(Captured::time).containsExactly(TIME, TIME + 1);
        assertThat(read.frames()).containsExactly(1L, 2L);
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void readsSectionsOfBothByteOrdersWithInterfacesOfTheirOwn() {
        Recorder read = Recorder.read(new PcapngBuilder()
                .section(ByteOrder.BIG_ENDIAN)
                .interfaceOf(101, -1)
                .packet(0, TIME, TWO)
                .section(ByteOrder.LITTLE_ENDIAN)
                .interfaceOf(1, 6)
                .packet(0, TIME, ONE)
                .bytes());
        assertThat(read.callIds()).containsExactly("two", "one");
        assertThat(read.frames()).containsExactly(1L, 2L);
    }

    @Test
    void knowsEveryResolutionOfTime() {
        long seconds = TIME / 1_000_000;
        assertThat(timeOf(6, TIME)).isEqualTo(TIME);
        assertThat(timeOf(9, TIME * 1000 + 7)).isEqualTo(TIME);
        assertThat(timeOf(3, TIME / 1000)).isEqualTo(TIME);
        assertThat(timeOf(0, seconds)).isEqualTo(seconds * 1_000_000);
        assertThat(timeOf(7, TIME * 10)).isEqualTo(TIME);
        // Powers of two: a quarter of a second.
        assertThat(timeOf(0x80 | 2, seconds * 4 + 1)).isEqualTo(TIME);
        assertThat(timeOf(0x80 | 20, (seconds << 20) + (1 << 18))).isEqualTo(TIME);
        assertThat(timeOf(0x80 | 32, (seconds << 32) + (1L << 30))).isEqualTo(TIME);
        assertThat(timeOf(0x80 | 60, 1L << 58)).isEqualTo(250_000);
        assertThat(timeOf(60, 1)).isEqualTo(Captured.NO_TIME);
    }

    @Test
    void aTimeIsRightOrNone() {
        // To the microsecond, whatever the unit, beyond 2262 and before 1970 too.
        assertThat(timeOf(9, Long.MIN_VALUE)).isEqualTo(9_223_372_036_854_775L);
        assertThat(timeOf(9, -1)).isEqualTo(18_446_744_073_709_551L);
        assertThat(timeOf(6, -5_000_000)).isEqualTo(-5_000_000);
        assertThat(timeOf(0, 253_402_300_799L)).isEqualTo(253_402_300_799_000_000L);
        assertThat(timeOf(0x80 | 63, -1)).isEqualTo(1_999_999);
        assertThat(timeOf(0x80, 3)).isEqualTo(3_000_000);
        assertThat(timeOf(0x80 | 1, 3)).isEqualTo(1_500_000);
        assertThat(timeOf(24, -1)).isEqualTo(18);
        // No clock says so.
        for (int resolution = 0; resolution <= 0xFF; resolution++) {
            for (long ticks : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 60}) {
                long time = timeOf(resolution, ticks);
                assertThat(time == Captured.NO_TIME
                                || (time >= -62_135_596_800_000_000L && time < 253_402_300_800_000_000L))
                        .as("%d of resolution %d is %d", ticks, resolution, time)
                        .isTrue();
            }
        }
        assertThat(timeOf(0, 253_402_300_800L)).isEqualTo(Captured.NO_TIME);
        assertThat(timeOf(3, Long.MAX_VALUE)).isEqualTo(Captured.NO_TIME);
        assertThat(timeOf(0x80 | 127, 1)).isEqualTo(Captured.NO_TIME);
    }

    @Test
    void anOffsetThatNoClockHasLeavesNoTime() {
        assertThat(timeWith(-86_400, 5)).isEqualTo(-86_400_000_000L + 5);
        assertThat(timeWith(253_402_300_799L, 999_999)).isEqualTo(253_402_300_799_999_999L);
        for (long offset : new long[] {253_402_300_800L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 55, -(1L << 44)}) {
            assertThat(timeWith(offset, 5)).isEqualTo(Captured.NO_TIME);
        }
    }

    private static long timeWith(long offset, long ticks) {
        return Recorder.read(new PcapngBuilder()
                        .section()
                        .interfaceWithOffset(1, offset)
                        .packet(0, ticks, ONE)
                        .bytes())
                .messages
                .getFirst()
                .time();
    }

    private static long timeOf(int resolution, long ticks) {
        return Recorder.read(new PcapngBuilder()
                        .section()
                        .interfaceOf(1, resolution)
                        .packet(0, ticks, ONE)
                        .bytes())
                .messages
                .getFirst()
                .time();
    }

    @Test
    void addsTheOffsetOfAnInterface() {
        Recorder read = Recorder.read(new PcapngBuilder()
                .section()
                .interfaceWithOffset(1, 1_700_000_000)
                .packet(0, 5, ONE)
                .bytes());
        assertThat(read.messages.getFirst().time()).isEqualTo(1_700_000_000_000_005L);
    }

    @Test
    void readsPacketsOfAllThreeKinds() {
        Recorder read = Recorder.read(new PcapngBuilder()
                .section()
                .interfaceOf(1, -1)
                .obsoletePacket(0, TIME, ONE)
                .simplePacket(ONE)
                .packet(0, TIME, ONE)
                .bytes());
        assertThat(read.messages).extracting(Captured::time).containsExactly(TIME, Captured.NO_TIME, TIME);
    }

    @Test
    void skipsWhatItDoesNotKnow() {
        Recorder read = Recorder.read(new PcapngBuilder()
                .section()
                .block(4, new byte[40])
                .interfaceOf(1, 6)
                .block(5, new byte[8])
                .block(0x0BAD, new byte[1000])
                .block(0x8000_0001, new byte[0])
                .packet(0, TIME, ONE)
                .block(10, new byte[33])
                .bytes());
        assertThat(read.callIds()).containsExactly("one");
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void usesAllBeforeATruncatedBlock() {
        byte[] file = new PcapngBuilder()
                .section()
                .interfaceOf(1, -1)
                .packet(0, TIME, ONE)
                .packet(0, TIME, ONE)
                .bytes();
        for (int missing : new int[] {1, 4, 50, ONE.length + 24}) {
            Recorder read = Recorder.read(cut(file, 0, file.length - missing));
            assertThat(read.messages).hasSize(1);
            assertThat(read.reasons()).containsExactly(TRUNCATED_FILE);
        }
    }

    @Test
    void goesOnBehindADamagedBlock() {
        Recorder read = Recorder.read(new PcapngBuilder()
                .section()
                .interfaceOf(1, -1)
                .packet(0, TIME, ONE)
                .raw(PacketBuilder.hex("06000000 13000000 ffffffff ffffffff 00000000"))
                .packet(0, TIME, ONE)
                .bytes());
        assertThat(read.messages).hasSize(2);
        assertThat(read.reasons()).containsExactly(DAMAGED_RECORD);
    }

    @Test
    void readsAndReportsAPacketOfNoInterface() {
        Recorder read = Recorder.read(new PcapngBuilder()
                .section()
                .interfaceOf(1, -1)
                .packet(7, TIME, ONE)
                .packet(0, TIME, ONE)
                .bytes());
        assertThat(read.frames()).containsExactly(1L, 2L);
        assertThat(read.unusable).containsExactly(new Unusable(0, 1, DAMAGED_RECORD, "0"));
    }
}
