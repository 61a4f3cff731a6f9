package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;

/** Segments of one direction that wait, in the order of their numbers. Sequence numbers wrap, so they are only subtracted. */
final class WaitingSegments {

    private final TcpStreams shared;
    private final ArrayList<Waiting> segments = new ArrayList<>(0);

    WaitingSegments(TcpStreams shared) {
        this.shared = shared;
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    int count() {
        return segments.size();
    }

    Waiting first() {
        return segments.getFirst();
    }

    Waiting last() {
        return segments.getLast();
    }

    /** Adds one, unless one that begins before it has all its bytes. Bytes that are not the file's are copied. */
    void add(Packet packet, int number, long from, long to) {
        int place = segments.size();
        while (place > 0 && segments.get(place - 1).sequence() - number > 0) {
            place--;
        }
        if (place > 0 && segments.get(place - 1).end() - (number + (int) (to - from)) >= 0) {
            return;
        }
        MemorySegment bytes = packet.bytes;
        boolean borrowed = !shared.output.isFile(bytes);
        if (borrowed) {
            MemorySegment copy = shared.buffers.borrow(to - from);
            Bytes.copy(bytes, from, copy, 0, to - from);
            segments.add(place, new Waiting(number, copy, 0, to - from, true, packet.time, packet.frame));
        } else {
            segments.add(place, new Waiting(number, bytes, from, to, false, packet.time, packet.frame));
        }
        shared.waiting++;
    }

    /** Takes the first one out; who takes it has to {@link #release} it. */
    Waiting take() {
        return segments.removeFirst();
    }

    /** Empties it into a stream of its own. */
    void readBy(StreamSink alone) {
        alone.join();
        while (!segments.isEmpty()) {
            handFirst(alone);
        }
        alone.end();
    }

    /** The first one is a stream of its own. */
    void readFirstBy(StreamSink alone) {
        alone.join();
        handFirst(alone);
        alone.end();
    }

    private void handFirst(StreamSink alone) {
        Waiting first = take();
        alone.data(first.bytes(), first.from(), first.to(), first.time(), first.frame());
        release(first);
    }

    void release(Waiting segment) {
        shared.waiting--;
        if (segment.borrowed()) {
            shared.buffers.giveBack(segment.bytes());
        }
    }

    void clear() {
        segments.forEach(this::release);
        segments.clear();
    }
}
