package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Transport;

/**
 * The segment that a stream has come to, and what was held back of those before it because more bytes were needed: in
 * borrowed memory, with the time and the frame of the latest of them. Bytes that trickle in are not looked through anew with
 * each segment, lest that costs the square of their number.
 */
final class HeldBytes {

    private final TcpStreams shared;

    private MemorySegment segment = MemorySegment.NULL;
    private long segmentFrom;
    private long segmentTo;
    private long segmentTime;
    private long segmentFrame;

    private MemorySegment bytes;
    private long length;
    private long time;
    private long frame;

    /** How many of the bytes were held back before the segment came. */
    private long before;

    private long rescanned;
    private long triedAt;
    private long wanted;

    HeldBytes(TcpStreams shared) {
        this.shared = shared;
    }

    /** The stream has come to another segment, of which nothing is held back yet. */
    void segment(MemorySegment bytes, long from, long to, long time, long frame) {
        segment = bytes;
        segmentFrom = from;
        segmentTo = to;
        segmentTime = time;
        segmentFrame = frame;
        before = length;
    }

    /** The time of the segment, in microseconds. */
    long segmentTime() {
        return segmentTime;
    }

    /** The frame of the segment. */
    long segmentFrame() {
        return segmentFrame;
    }

    /** Where it begins in the bytes that are read: itself, or what is held back with it. */
    long segmentBegin(MemorySegment read) {
        return read.equals(bytes) ? before : segmentFrom;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Null while nothing is held back. */
    MemorySegment bytes() {
        return bytes;
    }

    long length() {
        return length;
    }

    /** The time of the latest bytes that are held back, in microseconds. */
    long time() {
        return time;
    }

    /** The frame of the latest bytes that are held back. */
    long frame() {
        return frame;
    }

    /**
     * Holds the segment back from one of its bytes on.
     *
     * @return the name of the limit that this would exceed, with nothing changed; empty if it is done
     */
    String hold(long from) {
        long more = segmentTo - from;
        if (length + more > Limits.STREAM_BYTES) {
            return "STREAM_BYTES";
        }
        if (shared.held + more > Limits.ALL_STREAM_BYTES) {
            return "ALL_STREAM_BYTES";
        }
        makeRoom(length + more);
        Bytes.copy(segment, from, bytes, length, more);
        time = length == 0 ? segmentTime : Math.max(time, segmentTime);
        frame = length == 0 ? segmentFrame : Math.max(frame, segmentFrame);
        length += more;
        return "";
    }

    private void makeRoom(long size) {
        if (bytes != null && bytes.byteSize() >= size) {
            return;
        }
        MemorySegment larger = shared.buffers.borrow(size);
        if (bytes != null) {
            Bytes.copy(bytes, 0, larger, 0, length);
            giveBack();
        }
        bytes = larger;
        shared.held += larger.byteSize();
    }

    /** Whether enough has come since the last try to look through all of it again. */
    boolean worthATry() {
        return length >= wanted && (rescanned <= Limits.RESCANNED || length >= triedAt + triedAt / 8);
    }

    /** Whether something has come since the last try that was not looked at because it was not worth a try. */
    boolean untried() {
        return length > triedAt && length >= wanted;
    }

    /** All of it is looked through now. */
    void trying() {
        triedAt = length;
        rescanned += length;
    }

    /** It is not worth a try before so many bytes are held back. */
    void wants(long atLeast) {
        wanted = atLeast;
    }

    /** Nothing of the segment counts as new any more. */
    void old() {
        before = length;
    }

    /** The first of the bytes are read. */
    void consume(long used) {
        if (used == length) {
            release();
            return;
        }
        Bytes.copy(bytes, used, bytes, 0, length - used);
        length -= used;
        rescanned = 0;
        triedAt = 0;
        wanted = 0;
        if (used > before) {
            time = segmentTime;
            frame = segmentFrame;
        }
    }

    /** Forgets so many of the last bytes, if so many are held. */
    boolean takesBack(long count) {
        if (count > length) {
            return false;
        }
        length -= count;
        before = length;
        rescanned = 0;
        triedAt = 0;
        wanted = 0;
        if (length == 0) {
            release();
        }
        return true;
    }

    /** Gives the memory back, with all that is in it. */
    void release() {
        if (bytes != null) {
            giveBack();
        }
        length = 0;
        rescanned = 0;
        triedAt = 0;
        wanted = 0;
    }

    private void giveBack() {
        shared.held -= bytes.byteSize();
        shared.buffers.giveBack(bytes);
        bytes = null;
    }

    /**
     * Delivers a message that lies in these bytes or in the segment. It has come with the last of its bytes; if all of them
     * came in the segment, they are delivered from there, where they may stay.
     */
    void deliver(MemorySegment read, long from, long to, AddressPair addresses) {
        if (!read.equals(bytes)) {
            shared.output.message(read, from, to, addresses, Transport.TCP, segmentTime, segmentFrame);
        } else if (from >= before) {
            long at = segmentFrom + from - before;
            shared.output.message(segment, at, at + to - from, addresses, Transport.TCP, segmentTime, segmentFrame);
        } else {
            deliverHeld(from, to, addresses);
        }
    }

    /** Delivers a message that lies in these bytes. */
    void deliverHeld(long from, long to, AddressPair addresses) {
        shared.output.message(bytes, from, to, addresses, Transport.TCP, time, frame);
    }
}
