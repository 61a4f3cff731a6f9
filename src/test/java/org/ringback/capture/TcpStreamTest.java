package org.ringback.capture;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringback.capture.payload.Hep;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.stream.StreamSink;
import org.ringback.capture.stream.Tcp;
import org.ringback.capture.stream.TcpStream;
import org.ringback.capture.stream.TcpStreams;
import org.ringback.capture.wire.Limits;

/** How segments are brought into order, whatever is in them. */
class TcpStreamTest {

    private static final int NONE = 0;

    /** Writes down what it is told, and takes nothing for SIP. */
    private static final class Collecting implements StreamSink {

        private final List<String> told = new ArrayList<>();
        private boolean dropped;

        @Override
        public void begin() {
            told.add("begin");
        }

        @Override
        public void join() {
            told.add("join");
        }

        @Override
        public void data(MemorySegment bytes, long from, long to, long time, long frame) {
            told.add(Sip.text(bytes.asSlice(from, to - from).toArray(JAVA_BYTE)) + " in " + frame + " at " + time);
        }

        @Override
        public void lost(long count, long frame) {
            told.add("lost " + count + " in " + frame);
        }

        @Override
        public void cut(long missing, long frame) {
            told.add("cut " + missing + " in " + frame);
        }

        @Override
        public void end() {
            told.add("end");
        }

        @Override
        public StreamSink aside(boolean missed) {
            told.add(missed ? "aside, late" : "aside");
            return this;
        }

        @Override
        public boolean dropped() {
            return dropped;
        }
    }

    private final Fuzzed file = new Fuzzed(Sip.bytes("0123456789abcdefghijklmnopqrstuvwxyz"));
    private final TcpStreams streams = new TcpStreams(file.output, new Hep(file.output, file.buffers), file.buffers);
    private final Collecting content = new Collecting();
    private final TcpStream stream = new TcpStream(content, streams);
    private final Packet packet = new Packet();
    private int first;

    TcpStreamTest() {
        packet.time = 0;
    }

    @AfterEach
    void nothingWaitsAfterTheEnd() {
        stream.end();
        assertThat(streams.waiting).isZero();
        file.close();
    }

    /** A segment of the file's bytes, one microsecond and one frame after the one before. */
    private TcpStreamTest segment(int flags, int from, int to) {
        packet.bytes = file.bytes;
        packet.frame++;
        packet.time++;
        stream.segment(packet, flags, first + from, from, to);
        return this;
    }

    private TcpStreamTest segment(int from, int to) {
        return segment(NONE, from, to);
    }

    /** The begin of a connection, whose first byte is that of the file. */
    private TcpStreamTest begun() {
        return segment(Tcp.SYN, -1, -1);
    }

    private TcpStreamTest acknowledged(int position) {
        packet.frame++;
        packet.time++;
        stream.acknowledged(first + position, packet.time, packet.frame);
        return this;
    }

    private TcpStreamTest later(long micros) {
        packet.time += micros - 1;
        return this;
    }

    private TcpStreamTest tells(String... expected) {
        assertThat(content.told).containsExactly(expected);
        content.told.clear();
        return this;
    }

    @Test
    void whatComesInOrderIsHandedOn() {
        begun().segment(0, 3).segment(3, 5).tells("end", "begin", "012 in 2 at 2", "34 in 3 at 3");
    }

    @Test
    void whatComesTooEarlyWaitsAndKeepsItsTime() {
        begun().segment(6, 9).segment(3, 6).tells("end", "begin");
        segment(0, 3).tells("012 in 4 at 4", "345 in 3 at 3", "678 in 2 at 2");
        segment(9, 10).tells("9 in 5 at 5");
    }

    @Test
    void whatComesTwiceIsHandedOnOnce() {
        begun().segment(0, 5).tells("end", "begin", "01234 in 2 at 2");
        segment(0, 5).segment(1, 3).tells();
        segment(3, 7).tells("56 in 5 at 5");
        segment(9, 12).segment(9, 12).segment(10, 11);
        assertThat(streams.waiting).isEqualTo(1);
        segment(8, 13).segment(7, 8).tells("7 in 10 at 10", "89abc in 9 at 9");
    }

    @Test
    void ofBytesThatComeTwiceTheFirstAreTaken() {
        begun();
        packet.bytes = MemorySegment.ofArray(Sip.bytes("ABCDEFGH"));
        packet.frame++;
        stream.segment(packet, NONE, 2, 2, 4);
        // What it would have been otherwise is read by itself.
        segment(0, 6).tells("end", "begin", "012345 in 3 at 2", "aside", "join", "CD in 2 at 1", "end");
        packet.bytes = MemorySegment.ofArray(Sip.bytes("ABCDEFGH"));
        stream.segment(packet, NONE, 4, 4, 8);
        // Who goes on with other bytes than those that were taken is not the one who sent these.
        tells("lost 0 in 3", "EFGH in 3 at 2");
    }

    @Test
    void bytesThatWaitAreKeptThoughTheirMemoryIsUsedAgain() {
        begun();
        byte[] unpacked = Sip.bytes("a tunnel's");
        packet.bytes = MemorySegment.ofArray(unpacked);
        packet.frame++;
        stream.segment(packet, NONE, 2, 2, 6);
        java.util.Arrays.fill(unpacked, (byte) '-');
        segment(0, 2).tells("end", "begin", "01 in 3 at 2", "tunn in 2 at 1");
    }

    @Test
    void numbersWrap() {
        for (int number : new int[] {-3, Integer.MAX_VALUE - 2}) {
            var test = new TcpStreamTest();
            test.first = number;
            test.begun().segment(4, 6).segment(0, 2).segment(2, 4);
            test.tells("end", "begin", "01 in 3 at 3", "23 in 4 at 4", "45 in 2 at 2");
            test.nothingWaitsAfterTheEnd();
        }
    }

    @Test
    void aStreamOfWhichTheBeginIsMissingIsJoined() {
        segment(7, 9).segment(9, 10).tells("join", "78 in 1 at 1", "9 in 2 at 2");
        // What was sent before it is old, and comes again.
        segment(5, 8).segment(5, 11).tells("a in 4 at 4");
    }

    @Test
    void aSegmentWithoutDataJoinsNothing() {
        segment(7, 7).segment(Tcp.FIN, 7, 7).tells();
    }

    @Test
    void aSynThatIsRepeatedBeginsNothing() {
        begun().segment(0, 3).tells("end", "begin", "012 in 2 at 2");
        begun().segment(3, 5).tells("34 in 4 at 4");
    }

    @Test
    void anotherSynEndsWhatWasThere() {
        begun().segment(0, 3).segment(5, 6).tells("end", "begin", "012 in 2 at 2");
        first = 1_000_000;
        begun().tells("lost 2 in 4", "5 in 3 at 3", "end", "begin");
        segment(0, 1).tells("0 in 5 at 5");
    }

    @Test
    void aSynMayBringData() {
        packet.bytes = file.bytes;
        stream.segment(packet, Tcp.SYN, -1, 0, 3);
        segment(3, 4).tells("end", "begin", "012 in 0 at 0", "3 in 1 at 1");
    }

    @Test
    void finEndsTheStreamWhenAllBeforeItIsThere() {
        begun().segment(0, 2).segment(Tcp.FIN, 4, 6).tells("end", "begin", "01 in 2 at 2");
        segment(2, 4).tells("23 in 4 at 4", "45 in 3 at 3");
        // That nothing is missing any more is found when it is sent again.
        segment(Tcp.FIN, 4, 6).tells("end");
    }

    @Test
    void finAtTheEndOfWhatIsThereEndsAtOnce() {
        begun().segment(Tcp.FIN, 0, 2).tells("end", "begin", "01 in 2 at 2", "end");
    }

    @Test
    void aResetGivesUpWhatIsMissing() {
        begun().segment(0, 2).segment(5, 7).segment(9, 10).segment(Tcp.RST, 10, 10);
        tells("end", "begin", "01 in 2 at 2", "lost 3 in 5", "56 in 3 at 3", "lost 2 in 5", "9 in 4 at 4", "end");
    }

    @Test
    void theEndOfTheFileGivesUpWhatIsMissing() {
        begun().segment(3, 5);
        stream.end();
        tells("end", "begin", "lost 3 in 0", "34 in 2 at 2", "end");
    }

    @Test
    void aSegmentThatWasCutIsFollowedByTheNextOne() {
        begun();
        packet.missing = 4;
        segment(0, 3).tells("end", "begin", "012 in 2 at 2", "cut 4 in 2");
        packet.missing = 0;
        segment(7, 9).tells("78 in 3 at 3");
        packet.missing = 2;
        segment(Tcp.FIN, 9, 10).tells("9 in 4 at 4", "cut 2 in 4", "end");
    }

    @Test
    void aNumberThatIsFarAwayIsThatOfAnotherConnection() {
        for (int sign : new int[] {1, -1}) {
            var near = new TcpStreamTest();
            near.begun().segment(0, 2);
            near.first = sign * Limits.WINDOW + 2;
            near.segment(0, 1).tells("end", "begin", "01 in 2 at 2");
            near.nothingWaitsAfterTheEnd();

            var far = new TcpStreamTest();
            far.begun().segment(0, 2);
            far.first = sign * (Limits.WINDOW + 1) + 2;
            far.segment(0, 1).segment(1, 2);
            far.tells("end", "begin", "01 in 2 at 2", "end", "join", "0 in 3 at 3", "1 in 4 at 4");
            far.nothingWaitsAfterTheEnd();
        }
    }

    @Test
    void aGapOfAStreamWithoutAnswersIsGivenUpAfterAWhile() {
        begun().segment(2, 4).later(Limits.ONE_SIDED_GAP - 1).segment(5, 6).tells("end", "begin");
        later(1).segment(7, 8).tells("lost 2 in 4", "23 in 2 at 2");
    }

    @Test
    void aGapThatTheReceiverHasTooMayStillBeFilled() {
        begun().acknowledged(0)
                .segment(2, 4)
                .later(Limits.GAP - 1)
                .segment(5, 6)
                .tells("end", "begin");
        later(1).acknowledged(0).tells("lost 2 in 5", "23 in 3 at 3");
    }

    @Test
    void aGapThatOnlyTheCaptureHasIsGivenUpSoon() {
        begun().segment(2, 4).acknowledged(2).tells("end", "begin");
        later(Limits.ACKNOWLEDGED_GAP - 2).acknowledged(2).tells();
        acknowledged(2).tells("lost 2 in 5", "23 in 2 at 2");
    }

    @Test
    void aGapThatOnlyTheCaptureHasIsGivenUpAfterSomeSegments() {
        begun().acknowledged(2);
        for (int segment = 1; segment < Limits.ACKNOWLEDGED_GAP_SEGMENTS; segment++) {
            segment(2 * segment, 2 * segment + 1);
        }
        tells("end", "begin");
        int last = 2 * Limits.ACKNOWLEDGED_GAP_SEGMENTS;
        segment(last, last + 1);
        assertThat(content.told).startsWith("lost 2 in 18", "2 in 3 at 3");
    }

    @Test
    void segmentsThatWaitAreBounded() {
        begun();
        for (int count = 1; count < Limits.WAITING_SEGMENTS; count++) {
            waits(2 * count);
        }
        tells("end", "begin");
        assertThat(streams.waiting).isEqualTo(Limits.WAITING_SEGMENTS - 1);
        waits(2 * Limits.WAITING_SEGMENTS);
        tells("lost 2 in 1", "0 in 1 at 1");
        assertThat(streams.waiting).isEqualTo(Limits.WAITING_SEGMENTS - 1);
    }

    @Test
    void segmentsThatWaitInAllStreamsAreBounded() {
        begun();
        streams.waiting = Limits.ALL_WAITING_SEGMENTS - 2;
        waits(2);
        tells("end", "begin");
        waits(4);
        tells("lost 2 in 1", "0 in 1 at 1");
        streams.waiting -= Limits.ALL_WAITING_SEGMENTS - 2;
    }

    /** One byte, at whatever place of the stream. */
    private void waits(int position) {
        stream.segment(packet, NONE, first + position, 0, 1);
    }

    @Test
    void whatIsOfNoUseIsNotKept() {
        begun().segment(2, 3).segment(4, 5);
        content.dropped = true;
        segment(6, 7).segment(0, 2).tells("end", "begin");
        content.dropped = false;
        content.told.clear();
        assertThat(streams.waiting).isEqualTo(2);
        segment(0, 1).tells("0 in 6 at 6");
    }

    @Test
    void whatWaitsIsForgottenWhenTheStreamIsOfNoUse() {
        var dropping = new StreamSinkThatDrops();
        var other = new TcpStream(dropping, streams);
        packet.bytes = file.bytes;
        other.segment(packet, Tcp.SYN, -1, 0, 0);
        other.segment(packet, NONE, 5, 5, 6);
        assertThat(streams.waiting).isEqualTo(1);
        other.segment(packet, NONE, 0, 0, 1);
        assertThat(streams.waiting).isZero();
    }

    /** Knows after the first bytes that they are of no use. */
    private static final class StreamSinkThatDrops implements StreamSink {

        private boolean dropped;

        @Override
        public void begin() {}

        @Override
        public void join() {}

        @Override
        public void data(MemorySegment bytes, long from, long to, long time, long frame) {
            dropped = true;
        }

        @Override
        public void lost(long count, long frame) {}

        @Override
        public void cut(long missing, long frame) {}

        @Override
        public void end() {}

        @Override
        public StreamSink aside(boolean missed) {
            return this;
        }

        @Override
        public boolean dropped() {
            return dropped;
        }
    }
}
