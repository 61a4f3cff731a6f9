package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;

/**
 * Takes the bytes of one direction of a stream: in their order, each once, and told where some are missing. What is in them
 * is its own affair.
 */
public interface StreamSink {

    /** A connection begins. */
    void begin();

    /** What comes next may be the middle of anything: the begin was not captured. */
    void join();

    /**
     * The next bytes, which may change when this returns.
     *
     * @param time of their packet, in microseconds
     * @param frame of their packet
     */
    void data(MemorySegment bytes, long from, long to, long time, long frame);

    /**
     * So many bytes are missing here.
     *
     * @param frame by which that became known, or 0 at the end of the file
     */
    void lost(long count, long frame);

    /** So many bytes are missing here because the capture kept only the begin of this packet. */
    void cut(long missing, long frame);

    /** No more bytes come, unless the end was a mistake. */
    void end();

    /**
     * Takes bytes of the same direction that do not fit into the stream, and are a stream of their own.
     *
     * @param missed whether it was told already that they are missing
     */
    StreamSink aside(boolean missed);

    /** Whether a message has begun whose end has not come. */
    default boolean unfinished() {
        return false;
    }

    /** Forgets so many of the latest bytes, for others were sent in their place; not if they are used already. */
    default boolean takesBack(long count) {
        return false;
    }

    /** Whether nothing in it is of use, so that its bytes need not be brought into order. */
    boolean dropped();
}
