package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;

/**
 * What one direction of a stream is, as far as is known. Each kind of content reads its own part of the stream and says what
 * comes behind it.
 */
sealed interface StreamProtocol
        permits Unknown, SipStream, HttpUpgrade, WebSocketFrames, HepStream, FramedMedia, Dropped {

    /**
     * What became of a range of bytes.
     *
     * @param at how far they were read
     * @param then what the stream is from there
     */
    record Step(long at, StreamProtocol then) {}

    /**
     * Reads what it can at the begin of a range that is not empty. If it needs more bytes for that, it stays where it is and
     * what it is.
     */
    Step next(MemorySegment bytes, long from, long to);

    /** Whether it carries SIP, so that a loss in it is worth a report. */
    default boolean ofSip() {
        return false;
    }

    /** Up to how many bytes must be held back before it is worth to look at them again. */
    default long wanted(HeldBytes held) {
        return 0;
    }

    /**
     * What is held back will never be complete.
     *
     * @param frame by which that became known
     */
    default void unfinished(HeldBytes held, long frame) {}

    /** What the stream is behind bytes that are missing: nobody knows, unless it finds its way by itself. */
    default StreamProtocol behindLoss(Direction direction) {
        return new Unknown(direction);
    }

    /** The stream is something else from now on. */
    default void leave() {}
}
