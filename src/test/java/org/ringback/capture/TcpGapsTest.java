package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.Segments.NONE;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringback.capture.stream.StreamSink;
import org.ringback.capture.stream.Tcp;
import org.ringback.capture.stream.TcpStream;
import org.ringback.capture.wire.Limits;

/** How long a stream waits for segments that are missing, and what is lost with them. */
class TcpGapsTest {

    private final Segments segments = new Segments();

    @AfterEach
    void nothingWaitsAfterTheEnd() {
        segments.end();
    }

    @Test
    void aGapOfAStreamWithoutAnswersIsGivenUpAfterAWhile() {
        segments.begun()
                .segment(2, 4)
                .later(Limits.ONE_SIDED_GAP - 1)
                .segment(5, 6)
                .tells("end", "begin");
        segments.later(1).segment(7, 8).tells("lost 2 in 4", "23 in 2 at 2");
    }

    @Test
    void aGapThatTheReceiverHasTooMayStillBeFilled() {
        segments.begun()
                .acknowledged(0)
                .segment(2, 4)
                .later(Limits.GAP - 1)
                .segment(5, 6)
                .tells("end", "begin");
        segments.later(1).acknowledged(0).tells("lost 2 in 5", "23 in 3 at 3");
    }

    @Test
    void aGapThatOnlyTheCaptureHasIsGivenUpSoon() {
        segments.begun().segment(2, 4).acknowledged(2).tells("end", "begin");
        segments.later(Limits.ACKNOWLEDGED_GAP - 2).acknowledged(2).tells();
        segments.acknowledged(2).tells("lost 2 in 5", "23 in 2 at 2");
    }

    @Test
    void aGapThatOnlyTheCaptureHasIsGivenUpAfterSomeSegments() {
        segments.begun().acknowledged(2);
        for (int segment = 1; segment < Limits.ACKNOWLEDGED_GAP_SEGMENTS; segment++) {
            segments.segment(2 * segment, 2 * segment + 1);
        }
        segments.tells("end", "begin");
        int last = 2 * Limits.ACKNOWLEDGED_GAP_SEGMENTS;
        segments.segment(last, last + 1);
        assertThat(segments.content.told).startsWith("lost 2 in 18", "2 in 3 at 3");
    }

    @Test
    void aResetGivesUpWhatIsMissing() {
        segments.begun().segment(0, 2).segment(5, 7).segment(9, 10).segment(Tcp.RST, 10, 10);
        segments.tells(
                "end", "begin", "01 in 2 at 2", "lost 3 in 5", "56 in 3 at 3", "lost 2 in 5", "9 in 4 at 4", "end");
    }

    @Test
    void theEndOfTheFileGivesUpWhatIsMissing() {
        segments.begun().segment(3, 5);
        segments.stream.end();
        segments.tells("end", "begin", "lost 3 in 0", "34 in 2 at 2", "end");
    }

    @Test
    void segmentsThatWaitAreBounded() {
        segments.begun();
        for (int count = 1; count < Limits.WAITING_SEGMENTS; count++) {
            segments.waits(2 * count);
        }
        segments.tells("end", "begin");
        assertThat(segments.streams.waiting).isEqualTo(Limits.WAITING_SEGMENTS - 1);
        segments.waits(2 * Limits.WAITING_SEGMENTS);
        segments.tells("lost 2 in 1", "0 in 1 at 1");
        assertThat(segments.streams.waiting).isEqualTo(Limits.WAITING_SEGMENTS - 1);
    }

    @Test
    void segmentsThatWaitInAllStreamsAreBounded() {
        segments.begun();
        segments.streams.waiting = Limits.ALL_WAITING_SEGMENTS - 2;
        segments.waits(2);
        segments.tells("end", "begin");
        segments.waits(4);
        segments.tells("lost 2 in 1", "0 in 1 at 1");
        segments.streams.waiting -= Limits.ALL_WAITING_SEGMENTS - 2;
    }

    @Test
    void whatIsOfNoUseIsNotKept() {
        segments.begun().segment(2, 3).segment(4, 5);
        segments.content.dropped = true;
        segments.segment(6, 7).segment(0, 2).tells("end", "begin");
        segments.content.dropped = false;
        segments.content.told.clear();
        assertThat(segments.streams.waiting).isEqualTo(2);
        segments.segment(0, 1).tells("0 in 6 at 6");
    }

    @Test
    void whatWaitsIsForgottenWhenTheStreamIsOfNoUse() {
        var dropping = new StreamSinkThatDrops();
        var other = new TcpStream(dropping, segments.streams);
        segments.packet.bytes = segments.file.bytes;
        other.segment(segments.packet, Tcp.SYN, -1, 0, 0);
        other.segment(segments.packet, NONE, 5, 5, 6);
        assertThat(segments.streams.waiting).isEqualTo(1);
        other.segment(segments.packet, NONE, 0, 0, 1);
        assertThat(segments.streams.waiting).isZero();
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
