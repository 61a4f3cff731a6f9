package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.PacketBuilder.cut;
import static org.ringback.capture.PacketBuilder.join;
import static org.ringback.capture.PacketBuilder.udpPacket;
import static org.ringback.capture.wire.Unusable.Reason.CUT_PACKET;
import static org.ringback.capture.wire.Unusable.Reason.DAMAGED_RECORD;
import static org.ringback.capture.wire.Unusable.Reason.TRUNCATED_FILE;
import static org.ringback.capture.wire.Unusable.Reason.UNKNOWN_LINK_TYPE;

import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable;

class PcapReaderTest {

    private static final byte[] ONE = udpPacket(Sip.options("one"));
    private static final byte[] TWO = udpPacket(Sip.options("two"));

    @Test
    void saysWhenFromWhereAndInWhichPacket() {
        Recorder read = Recorder.read(PcapBuilder.ethernet(udpPacket(new byte[] {1, 2, 3}), ONE));

        Captured message = read.messages.getFirst();
        assertThat(message.time()).isEqualTo(PcapBuilder.BEGIN + 2000);
        assertThat(message.frame()).isEqualTo(2);
        assertThat(message.source()).isEqualTo(new Endpoint("192.0.2.1", 5060));
        assertThat(message.destination()).isEqualTo(new Endpoint("192.0.2.2", 5062));
        assertThat(message.transport()).isEqualTo(Transport.UDP);
        assertThat(read.texts).containsExactly(Sip.text(Sip.options("one")));
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void readsBothByteOrdersInMicroAndNanoseconds() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            for (boolean nanoseconds : new boolean[] {false, true}) {
                Recorder read =
                        Recorder.read(new PcapBuilder(1, order, nanoseconds).add(PcapBuilder.BEGIN + 123_456, ONE));
                assertThat(read.messages).extracting(Captured::time).containsExactly(PcapBuilder.BEGIN + 123_456);
            }
        }
    }

    @Test
    void ignoresTheCheckSequenceLengthBesideTheLinkType() {
        assertThat(Recorder.read(new PcapBuilder(0x24000001).add(ONE)).messages).hasSize(1);
    }

    @Test
    void usesAllBeforeATruncatedRecord() {
        byte[] file = PcapBuilder.ethernet(ONE, TWO).bytes();
        for (int missing : new int[] {1, 100, TWO.length, TWO.length + 5}) {
            Recorder read = Recorder.read(cut(file, 0, file.length - missing));
            assertThat(read.callIds()).containsExactly("one");
            assertThat(read.reasons()).containsExactly(TRUNCATED_FILE);
            assertThat(read.unusable.getFirst().frame()).isEqualTo(2);
        }
    }

    @Test
    void reportsAHeaderThatIsNotWhole() {
        byte[] file = PcapBuilder.ethernet(ONE).bytes();
        assertThat(Recorder.read(cut(file, 0, 20)).reasons()).containsExactly(TRUNCATED_FILE);
    }

    @Test
    void goesOnBehindANonsenseLength() {
        byte[] file = new PcapBuilder(1)
                .add(ONE)
                .add(PcapBuilder.BEGIN, TWO, 0x7FFF_FFF0L, TWO.length)
                .add(ONE)
                .add(TWO)
                .bytes();
        Recorder read = Recorder.read(file);
        assertThat(read.callIds()).containsExactly("one", "two", "one", "two");
        assertThat(read.reasons()).containsExactly(DAMAGED_RECORD);
    }

    @Test
    void goesOnBehindJunkBetweenRecords() {
        byte[] first = PcapBuilder.ethernet(ONE).bytes();
        byte[] rest = cut(PcapBuilder.ethernet(TWO, ONE).bytes(), 24, 24 + 2 * (16 + ONE.length));
        Recorder read = Recorder.read(join(first, PacketBuilder.hex("ffffffffffffffffffffffffffffffffffff"), rest));
        assertThat(read.callIds()).containsExactly("one", "two", "one");
        assertThat(read.reasons()).containsExactly(DAMAGED_RECORD);
    }

    @Test
    void usesAPacketOfWhichOnlyTheBeginWasKept() {
        byte[] kept = cut(ONE, 0, ONE.length - 30);
        Recorder read = Recorder.read(new PcapBuilder(1).add(PcapBuilder.BEGIN, kept, kept.length, ONE.length));
        assertThat(read.messages).hasSize(1);
        assertThat(read.unusable).containsExactly(new Unusable(0, 1, CUT_PACKET, "30"));
    }

    @Test
    void saysNothingOfOtherPacketsThatWereCut() {
        byte[] rtp = udpPacket(join(PacketBuilder.hex("8000000100000000deadbeef"), new byte[160]));
        byte[] kept = cut(rtp, 0, 80);
        Recorder read = Recorder.read(new PcapBuilder(1).add(PcapBuilder.BEGIN, kept, kept.length, rtp.length));
        assertThat(read.unusable).isEmpty();
    }

    @Test
    void reportsALinkTypeThatIsNotReadOnce() {
        Recorder read = Recorder.read(new PcapBuilder(195).add(new byte[40]).add(new byte[50]));
        assertThat(read.unusable).containsExactly(new Unusable(0, 1, UNKNOWN_LINK_TYPE, "195"));
    }
}
