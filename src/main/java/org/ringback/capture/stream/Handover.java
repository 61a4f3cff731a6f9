package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Packet;

/** Hands the bytes of one direction on, each once, and keeps in mind how far that has come. */
final class Handover {

    private final StreamSink content;
    private final StreamPosition position;
    private final Delivered delivered;

    Handover(StreamSink content, StreamPosition position, Delivered delivered) {
        this.content = content;
        this.position = position;
        this.delivered = delivered;
    }

    /**
     * Hands on what is new of a segment, or all of it if what it repeats is not what was there. Of two that begin at one place
     * the stream goes on with this one, so the other was none of it.
     */
    void hand(MemorySegment bytes, int number, long from, long to, long time, long frame) {
        int known = -position.ahead(number);
        long fresh = from + known;
        if (fresh > from && delivered.contradicts(bytes, number, from, to)) {
            if (!delivered.begins(number) || !content.takesBack(known)) {
                content.lost(0, frame);
            }
            fresh = from;
        }
        position.come(number + (int) (to - from));
        delivered.set(bytes, from, to, position.next(), frame);
        content.data(bytes, fresh, to, time, frame);
    }

    /** Hands on the first of some segments. */
    void hand(WaitingSegments some) {
        Waiting segment = some.take();
        hand(segment.bytes(), segment.sequence(), segment.from(), segment.to(), segment.time(), segment.frame());
        some.release(segment);
    }

    /** The capture kept only the first bytes of a segment: the others will hardly come again. */
    void cut(Packet packet) {
        content.cut(packet.missing, packet.frame);
        position.cut((int) packet.missing);
        delivered.forget();
    }

    /** What is missing before this number will not come. */
    void skipTo(int sequence, long frame) {
        content.lost(Integer.toUnsignedLong(position.ahead(sequence)), frame);
        position.giveUp(sequence);
        delivered.forget();
    }
}
