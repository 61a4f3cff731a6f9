package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Packet;

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
        direction.show(bytes, packet);
        long next = webSocket.read(packet, from, to);
        if (next == WebSocket.BROKEN) {
            direction.reportLost(0);
            direction.loseStep();
            return new Step(to, new Unknown(direction));
        }
        if (webSocket.carriedSip()) {
            direction.carrySip();
        }
        return new Step(next, this);
    }

    @Override
    public void leave() {
        webSocket.end();
    }
}
