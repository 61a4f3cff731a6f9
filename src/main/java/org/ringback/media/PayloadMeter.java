package org.ringback.media;

import org.ringback.capture.wire.Captured;

/** Counts the packets of one payload type of a stream. */
final class PayloadMeter {

    final int type;
    final PacketTime packetTime = new PacketTime();
    final PayloadLengths lengths = new PayloadLengths();
    private long packets;
    private long copies;
    private long speech;
    private Moment first;
    private long lastTime = Captured.NO_TIME;
    private long lastFrame;

    PayloadMeter(int type) {
        this.type = type;
    }

    /** @param copy whether it is the copy of a packet that came before */
    void add(long time, long frame, boolean copy) {
        packets++;
        copies += copy ? 1 : 0;
        if (first == null) {
            first = new Moment(time, frame);
        }
        lastTime = time;
        lastFrame = frame;
    }

    /** How many packets were not about keys, and no other packet came before in their place. */
    long speech() {
        return speech;
    }

    /** The last packet is speech, in a payload of so many octets. */
    void speech(int timestamp, boolean next, int length) {
        speech++;
        lengths.add(length);
        packetTime.add(timestamp, next);
    }

    /** So many more packets of speech like the last one, up to a timestamp. */
    void same(SteadyRun run) {
        packets += run.count;
        speech += run.count;
        lastTime = run.lastTime;
        lastFrame = run.lastFrame;
        lengths.same(run.sameLength);
        packetTime.same(run.count, run.timestamp);
    }

    /** @param withCopies whether these count as packets */
    MediaStream.Payload measured(boolean withCopies) {
        return new MediaStream.Payload(
                type,
                withCopies ? packets : packets - copies,
                first,
                new Moment(lastTime, lastFrame),
                speech,
                lengths.measured(),
                packetTime.usual());
    }
}
