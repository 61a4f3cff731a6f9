package org.ringback.media;

import org.ringback.capture.wire.Captured;

/** Counts the packets of one payload type of a stream. */
final class PayloadMeter {

    final int type;
    final PacketTime packetTime = new PacketTime();
    private long packets;
    private Moment first;
    private long lastTime = Captured.NO_TIME;
    private long lastFrame;

    PayloadMeter(int type) {
        this.type = type;
    }

    void add(long time, long frame) {
        packets++;
        if (first == null) {
            first = new Moment(time, frame);
        }
        lastTime = time;
        lastFrame = frame;
    }

    long packets() {
        return packets;
    }

    MediaStream.Payload measured() {
        return new MediaStream.Payload(type, packets, first, new Moment(lastTime, lastFrame));
    }
}
