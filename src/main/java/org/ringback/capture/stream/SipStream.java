package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Hep;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Unusable;
import org.ringback.sip.MessageFramer;

/** SIP over TCP: messages one after the other (RFC 3261 section 18.3), with what is between them skipped. */
final class SipStream implements StreamProtocol {

    private final Direction direction;

    SipStream(Direction direction) {
        this.direction = direction;
    }

    /** The next message is looked for. */
    @Override
    public StreamProtocol behindLoss(Direction of) {
        return this;
    }

    @Override
    public boolean ofSip() {
        return true;
    }

    @Override
    public Step next(MemorySegment bytes, long from, long to) {
        long at = LineEnds.skip(bytes, from, to);
        if (at == to) {
            return new Step(at, this);
        }
        if (MessageFramer.startsMessage(bytes, at, to)) {
            return new Step(message(bytes, at, to), this);
        }
        if (to - at < Limits.START_LINE && MessageFramer.mayStartMessage(bytes, at, to)) {
            return new Step(at, this);
        }
        return search(bytes, at, to);
    }

    private long message(MemorySegment bytes, long from, long to) {
        long begin = direction.held.segmentBegin(bytes);
        boolean another = from < begin
                && MessageFramer.startsUsual(bytes, begin, to)
                && LineEnds.headersEnd(bytes, from, begin) < 0;
        if (another) {
            // No sender divides its headers there: the end of those before is damaged.
            direction.unusable(0, Unusable.Reason.UNFINISHED_MESSAGE, begin - from);
        }
        long end = another ? begin : MessageFramer.end(bytes, from, to);
        if (end < 0) {
            return from;
        }
        boolean whole = MessageFramer.startsMessage(bytes, from, end);
        if (whole && ((direction.inStep() && !another) || !fragment(bytes, from, end))) {
            direction.message(bytes, from, end);
        } else {
            direction.outOfStep();
            direction.skip(end - from);
        }
        return end;
    }

    /** A start line alone, as NOTIFY carries it in its body (RFC 3420): no message when it is met out of step. */
    private static boolean fragment(MemorySegment bytes, long from, long to) {
        for (long at = from; at < to; at++) {
            if (Bytes.u8(bytes, at) == '\n') {
                return LineEnds.skip(bytes, at, to) == to;
            }
        }
        return true;
    }

    private Step search(MemorySegment bytes, long at, long to) {
        direction.outOfStep();
        long found = direction.findStart(bytes, at, to);
        long frame = WebSocket.find(bytes, at, found < 0 ? to : found, to);
        if (frame >= 0) {
            // What was taken for a message lay in a frame whose begin was damaged.
            direction.skip(frame - at);
            return new Step(frame, new WebSocketFrames(direction));
        }
        long hep = Hep.find(bytes, at, found < 0 ? to : found);
        if (hep >= 0) {
            // What was taken for a message lay in a packet of HEP whose begin was damaged.
            direction.skip(hep - at);
            return new Step(hep, new HepStream(direction));
        }
        if (found >= 0) {
            direction.skipUnrecognized(found - at);
            return new Step(found, this);
        }
        long keep = LineEnds.afterLast(bytes, at, to);
        direction.skipUnrecognized(keep - at);
        return new Step(keep, this);
    }

    @Override
    public long wanted(HeldBytes held) {
        long start = LineEnds.skip(held.bytes(), 0, held.length());
        return MessageFramer.wanted(held.bytes(), start, held.length());
    }

    /** A message of which all headers are there tells more than none. */
    @Override
    public void unfinished(HeldBytes held, long frame) {
        MemorySegment bytes = held.bytes();
        long to = held.length();
        long start = LineEnds.skip(bytes, 0, to);
        if (start == to || !MessageFramer.startsMessage(bytes, start, to)) {
            return;
        }
        direction.unusable(frame, Unusable.Reason.UNFINISHED_MESSAGE, to - start);
        if (LineEnds.headersEnd(bytes, start, to) >= 0) {
            held.deliverHeld(start, MessageFramer.endInDatagram(bytes, start, to), direction.addresses);
        }
    }
}
