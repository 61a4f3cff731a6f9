package org.ringback.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.capture.Segments.NONE;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringback.capture.stream.Tcp;
import org.ringback.capture.wire.Limits;

/** How segments are brought into order, whatever is in them. */
class TcpStreamTest {

    private final Segments segments = new Segments();

    @AfterEach
    void nothingWaitsAfterTheEnd() {
        segments.end();
    }

    @Test
    void whatComesInOrderIsHandedOn() {
        segments.begun().segment(0, 3).segment(3, 5).tells("end", "begin", "012 in 2 at 2", "34 in 3 at 3");
    }

    @Test
    void whatComesTooEarlyWaitsAndKeepsItsTime() {
        segments.begun().segment(6, 9).segment(3, 6).tells("end", "begin");
        segments.segment(0, 3).tells("012 in 4 at 4", "345 in 3 at 3", "678 in 2 at 2");
        segments.segment(9, 10).tells("9 in 5 at 5");
    }

    @Test
    void whatComesTwiceIsHandedOnOnce() {
        segments.begun().segment(0, 5).tells("end", "begin", "01234 in 2 at 2");
        segments.segment(0, 5).segment(1, 3).tells();
        segments.segment(3, 7).tells("56 in 5 at 5");
        segments.segment(9, 12).segment(9, 12).segment(10, 11);
        assertThat(segments.streams.waiting).isEqualTo(1);
        segments.segment(8, 13).segment(7, 8).tells("7 in 10 at 10", "89abc in 9 at 9");
    }

    @Test
    void ofBytesThatComeTwiceTheFirstAreTaken() {
        segments.begun();
        segments.packet.bytes = MemorySegment.ofArray(Sip.bytes("ABCDEFGH"));
        segments.packet.frame++;
        segments.stream.segment(segments.packet, NONE, 2, 2, 4);
        // What it would have been otherwise is read by itself.
        segments.segment(0, 6).tells("end", "begin", "012345 in 3 at 2", "aside", "join", "CD in 2 at 1", "end");
        segments.packet.bytes = MemorySegment.ofArray(Sip.bytes("ABCDEFGH"));
        segments.stream.segment(segments.packet, NONE, 4, 4, 8);
        // Who goes on with other bytes than those that were taken is not the one who sent these.
        segments.tells("lost 0 in 3", "EFGH in 3 at 2");
    }

    @Test
    void bytesThatWaitAreKeptThoughTheirMemoryIsUsedAgain() {
        segments.begun();
        byte[] unpacked = Sip.bytes("a tunnel's");
        segments.packet.bytes = MemorySegment.ofArray(unpacked);
        segments.packet.frame++;
        segments.stream.segment(segments.packet, NONE, 2, 2, 6);
        Arrays.fill(unpacked, (byte) '-');
        segments.segment(0, 2).tells("end", "begin", "01 in 3 at 2", "tunn in 2 at 1");
    }

    @Test
    void numbersWrap() {
        for (int number : new int[] {-3, Integer.MAX_VALUE - 2}) {
            var test = new Segments();
            test.first = number;
            test.begun().segment(4, 6).segment(0, 2).segment(2, 4);
            test.tells("end", "begin", "01 in 3 at 3", "23 in 4 at 4", "45 in 2 at 2");
            test.end();
        }
    }

    @Test
    void aStreamOfWhichTheBeginIsMissingIsJoined() {
        segments.segment(7, 9).segment(9, 10).tells("join", "78 in 1 at 1", "9 in 2 at 2");
        // What was sent before it is old, and comes again.
        segments.segment(5, 8).segment(5, 11).tells("a in 4 at 4");
    }

    @Test
    void aSegmentWithoutDataJoinsNothing() {
        segments.segment(7, 7).segment(Tcp.FIN, 7, 7).tells();
    }

    @Test
    void aSynThatIsRepeatedBeginsNothing() {
        segments.begun().segment(0, 3).tells("end", "begin", "012 in 2 at 2");
        segments.begun().segment(3, 5).tells("34 in 4 at 4");
    }

    @Test
    void anotherSynEndsWhatWasThere() {
        segments.begun().segment(0, 3).segment(5, 6).tells("end", "begin", "012 in 2 at 2");
        segments.first = 1_000_000;
        segments.begun().tells("lost 2 in 4", "5 in 3 at 3", "end", "begin");
        segments.segment(0, 1).tells("0 in 5 at 5");
    }

    @Test
    void aSynMayBringData() {
        segments.packet.bytes = segments.file.bytes;
        segments.stream.segment(segments.packet, Tcp.SYN, -1, 0, 3);
        segments.segment(3, 4).tells("end", "begin", "012 in 0 at 0", "3 in 1 at 1");
    }

    @Test
    void finEndsTheStreamWhenAllBeforeItIsThere() {
        segments.begun().segment(0, 2).segment(Tcp.FIN, 4, 6).tells("end", "begin", "01 in 2 at 2");
        segments.segment(2, 4).tells("23 in 4 at 4", "45 in 3 at 3");
        // That nothing is missing any more is found when it is sent again.
        segments.segment(Tcp.FIN, 4, 6).tells("end");
    }

    @Test
    void finAtTheEndOfWhatIsThereEndsAtOnce() {
        segments.begun().segment(Tcp.FIN, 0, 2).tells("end", "begin", "01 in 2 at 2", "end");
    }

    @Test
    void aSegmentThatWasCutIsFollowedByTheNextOne() {
        segments.begun();
        segments.packet.missing = 4;
        segments.segment(0, 3).tells("end", "begin", "012 in 2 at 2", "cut 4 in 2");
        segments.packet.missing = 0;
        segments.segment(7, 9).tells("78 in 3 at 3");
        segments.packet.missing = 2;
        segments.segment(Tcp.FIN, 9, 10).tells("9 in 4 at 4", "cut 2 in 4", "end");
    }

    @Test
    void aNumberThatIsFarAwayIsThatOfAnotherConnection() {
        for (int sign : new int[] {1, -1}) {
            var near = new Segments();
            near.begun().segment(0, 2);
            near.first = sign * Limits.WINDOW + 2;
            near.segment(0, 1).tells("end", "begin", "01 in 2 at 2");
            near.end();

            var far = new Segments();
            far.begun().segment(0, 2);
            far.first = sign * (Limits.WINDOW + 1) + 2;
            far.segment(0, 1).segment(1, 2);
            far.tells("end", "begin", "01 in 2 at 2", "end", "join", "0 in 3 at 3", "1 in 4 at 4");
            far.end();
        }
    }
}
