package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Unusable;

/** SIP over WebSocket, from the end of the upgrade to the end of the stream, or until its frames cannot be told apart. */
final class WebSocketFrames implements StreamProtocol {

    private final Direction direction;
    private final WebSocket webSocket;
    private final Packet packet;

    WebSocketFrames(Direction direction) {
        this.direction = direction;
        webSocket = new WebSocket(direction.shared);
        packet = direction.packet();
    }

    @Override
    public boolean ofSip() {
        return true;
    }

    @Override
    public Step next(MemorySegment bytes, long from, long to) {
        long begin = direction.held.segmentBegin(bytes);
        boolean another = from < begin && begin < to && WebSocket.startsWithSip(bytes, begin, to);
        if (another && !WebSocket.startsWithSip(bytes, from, begin)) {
            return passed(from, begin);
        }
        direction.show(bytes, packet);
        long next = webSocket.read(packet, from, to);
        if (next == WebSocket.BROKEN) {
            direction.skip(to - from);
            direction.reportLost(0);
            direction.loseStep();
            return new Step(to, new Unknown(direction));
        }
        if (webSocket.carriedSip()) {
            direction.carrySip();
        }
        return next == from && another ? passed(from, begin) : new Step(next, this);
    }

    /** A frame of SIP that begins with a segment is no part of the one before it, whose length is wrong then. */
    private Step passed(long from, long begin) {
        direction.unusable(0, Unusable.Reason.SKIPPED_BYTES, begin - from);
        return new Step(begin, this);
    }

    @Override
    public void leave() {
        webSocket.end();
    }
}
