package org.ringback.capture.stream;

import org.ringback.capture.wire.Limits;

/** How far one direction has come. Sequence numbers wrap, so they are only subtracted (RFC 9293 section 3.4). */
final class StreamPosition {

    private boolean started;
    private boolean came;
    private int begin;
    private int next;
    /** Where the bytes end that were handed on; what lies behind, up to the next one, the capture is said to have cut off. */
    private int kept;

    private GivenUp gap = new GivenUp(0, 0);

    void startAt(int sequence) {
        started = true;
        came = false;
        begin = sequence;
        next = sequence;
        kept = sequence;
        gap = new GivenUp(sequence, sequence);
    }

    /** Whether it is known where it begins. */
    boolean started() {
        return started;
    }

    /** Whether a byte of it has come. */
    boolean came() {
        return came;
    }

    boolean beginsAt(int sequence) {
        return started && sequence == begin;
    }

    /** The number of the byte that comes next. */
    int next() {
        return next;
    }

    /** How far a number is ahead of the next one; negative if it was passed. */
    int ahead(int number) {
        return number - next;
    }

    boolean within(int number, int reach) {
        return started && number - next <= reach && number - next >= -reach;
    }

    /** Whether bytes that are not new lie behind the begin. */
    boolean passed(int number, int end) {
        return came && end - next <= 0 && number - begin >= 0;
    }

    /** Whether nobody waits for this number any more. */
    boolean givenUp(int number) {
        return gap.holds(number);
    }

    /** Bytes that come were not cut off: the length was wrong that the packet before said to have. */
    void believe(int number) {
        if (number - kept >= 0 && number - next < 0) {
            next = number;
            kept = number;
        }
    }

    /** Whether the stream cannot be there: farther ahead than anybody sends, before its begin, or where it has given up. */
    boolean stray(int number, int length) {
        int behind = number + length - begin;
        boolean keepAlive = length == 1 && behind == 0;
        return number - next > Limits.REACH
                || (number - begin < 0 && (behind <= 0 || !came) && !keepAlive)
                || gap.holds(number);
    }

    /** The bytes before this number have come. */
    void come(int end) {
        next = end;
        kept = end;
        came = true;
    }

    /** So many bytes were cut off. */
    void cut(int missing) {
        next += missing;
    }

    /** The bytes before this number will not come. */
    void giveUp(int sequence) {
        gap = new GivenUp(next, sequence);
        next = sequence;
        kept = sequence;
    }
}
