package org.ringback.media;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** Measures one stream while its packets come. */
final class StreamMeter {

    /** Only of a stream that is longer its clock is measured. */
    private static final int LONG = 1000;

    final AddressPair addresses = new AddressPair();
    final int ssrc;
    private final SequenceMeter numbers = new SequenceMeter();
    private final JitterMeter jitter = new JitterMeter();
    private final CopyMeter copies = new CopyMeter();
    private final Belief belief = new Belief();
    private final GapMeter gaps = new GapMeter();
    private final LeapMeter leaps = new LeapMeter();
    private final PayloadTable payloads = new PayloadTable();
    private final SteadyRun run = new SteadyRun();
    private final int dscp;
    private final Transport transport;
    private PayloadMeter last;
    private KeyMeter keys;
    private Timeline timeline;
    private DriftMeter drift;
    private long packets;
    private long bytes;
    private long constant;
    private final Moment first;
    private long lastTime = Captured.NO_TIME;
    private long lastFrame;
    private long latest = Captured.NO_TIME;
    private long latestFrame;

    StreamMeter(Packet packet, int ssrc, long time) {
        addresses.set(packet.addresses);
        this.ssrc = ssrc;
        dscp = packet.dscp;
        transport = packet.transport;
        first = new Moment(time, packet.frame);
    }

    /** Whether it is a stream, and not something that looks like one for a packet or two. */
    boolean believed() {
        return belief.believed();
    }

    void add(Packet packet, long head, long from, long to, long time) {
        long payload = Rtp.payload(packet.bytes, head, from, to);
        if (run.expects(packet, head, to - payload, time) && (run.room(time) || goesOn(time))) {
            run.take(packet, head, payload, to, time, last, copies);
        } else {
            settle();
            run.end();
            one(packet, head, payload, to, time);
        }
    }

    /** Begins the next part of what is kept over time, to which the packet belongs that was expected; false if it cannot. */
    private boolean goesOn(long time) {
        settle();
        run.goOn();
        if (drift == null && packets >= LONG - 1) {
            return false;
        }
        timeline.reach(time);
        if (drift != null) {
            drift.reach(time);
        }
        return begin(time);
    }

    /** Tells the meters what came in a run. */
    private void settle() {
        if (run.count > 0) {
            packets += run.count;
            bytes += run.bytes;
            constant += run.constant;
            gaps.delta(run.longestDelta);
            numbers.same(run.count);
            jitter.same(run);
            timeline.same(run.lastTime, run.count, run.highestJitter);
            if (drift != null) {
                drift.same(run);
            }
            last.same(run);
            lastTime = run.lastTime;
            lastFrame = run.lastFrame;
            latest = lastTime;
            latestFrame = lastFrame;
        }
    }

    /** Whether what follows can be told from the packet that was added last. */
    private void expect(long head, long time, long frame) {
        int rate = jitter.rate(last.type);
        long micros = 1_000_000L * last.packetTime.steady();
        if (micros == 0
                || rate == 0
                || micros % rate != 0
                || !believed()
                || last.packetTime.since(Rtp.timestamp(head)) != 0
                || latestFrame != frame
                || transport != Transport.UDP
                || !jitter.counted(time)
                || ClockRates.comfortNoise(last.type)) {
            return;
        }
        run.begin(head, last.packetTime.steady(), micros / rate, last.lengths.last(), time, frame);
        if (!begin(time)) {
            run.end();
        }
    }

    /** Begins a run in the part of what is kept over time to which a time belongs; false if it cannot. */
    private boolean begin(long time) {
        run.until(timeline.partEnd(time));
        jitter.begin(run);
        if (drift == null) {
            run.most(Math.max(0, LONG - 1 - packets));
            return true;
        }
        return drift.begin(run, last.type, time);
    }

    private void one(Packet packet, long head, long payload, long to, long time) {
        MemorySegment segment = packet.bytes;
        int type = Rtp.payloadType(head);
        int timestamp = Rtp.timestamp(head);
        long end = Rtp.payloadEnd(segment, head, payload, to, packet.missing);
        long missingBefore = numbers.missing();
        boolean timed = time != Captured.NO_TIME && lastTime != Captured.NO_TIME;
        SequenceMeter.Place place = NewNumbers.begin(numbers, last, jitter, head, time - lastTime, timed)
                ? numbers.beginAnew(Rtp.sequence(head))
                : numbers.add(Rtp.sequence(head));
        packets++;
        bytes += Math.max(0, end - payload) + packet.missing;
        belief.add(place, numbers.expected());
        if (place == SequenceMeter.Place.AHEAD) {
            gaps.hole(numbers.missing() - missingBefore, lastTime, lastFrame, time, packet.frame);
        }
        PayloadMeter carried = payloads.of(type, last);
        boolean copy = copy(packet, place, head, payload, end, time);
        carried.add(time, packet.frame, copy);
        boolean known = place == SequenceMeter.Place.DUPLICATE || place == SequenceMeter.Place.ASTRAY;
        if (!known && packet.missing == 0 && KeyMeter.is(type, segment, payload, end)) {
            key(type, timestamp, segment, payload, time, packet.frame);
        } else if (!known) {
            speech(carried, place, segment, head, payload, end, (int) packet.missing, time, packet.frame);
        }
        boolean same = place == SequenceMeter.Place.NEXT && carried == last;
        last = carried;
        if (time != Captured.NO_TIME) {
            if (believed() && !copy) {
                timeline().add(time, numbers.missing() - missingBefore, jitter.now());
            }
            lastTime = time;
            lastFrame = packet.frame;
            if (latest == Captured.NO_TIME || time >= latest) {
                latest = time;
                latestFrame = packet.frame;
            }
        } else {
            lastFrame = packet.frame;
        }
        if (same && time != Captured.NO_TIME) {
            expect(head, time, packet.frame);
        }
    }

    private boolean copy(Packet packet, SequenceMeter.Place place, long head, long payload, long end, long time) {
        if (packet.transport != Transport.UDP) {
            return false;
        }
        if (place == SequenceMeter.Place.DUPLICATE) {
            return copies.copy(packet, head, payload, end, time);
        }
        copies.remember(packet, head, end - payload, time);
        return false;
    }

    private void key(int type, int timestamp, MemorySegment segment, long payload, long time, long frame) {
        if (keys == null) {
            keys = new KeyMeter();
        }
        keys.add(type, timestamp, segment, payload, time, frame);
    }

    private void speech(
            PayloadMeter carried,
            SequenceMeter.Place place,
            MemorySegment segment,
            long head,
            long payload,
            long end,
            int missing,
            long time,
            long frame) {
        int timestamp = Rtp.timestamp(head);
        jitter.add(carried.type, time, timestamp);
        drift(carried.type, time, timestamp);
        boolean next = place == SequenceMeter.Place.NEXT;
        int rate = jitter.rate(carried.type);
        if (next && carried == last && rate != 0 && carried.speech() > 0 && !Rtp.marker(head)) {
            leaps.add(1_000_000L * carried.packetTime.since(timestamp) / rate, lastTime, lastFrame, time, frame);
        }
        carried.speech(timestamp, next && carried == last, (int) Math.max(0, end - payload) + missing);
        if (OneValue.is(segment, payload, end)) {
            constant++;
        }
        if (next && time != Captured.NO_TIME && lastTime != Captured.NO_TIME) {
            boolean begins = Rtp.marker(head) || carried.packetTime.jumped() || ClockRates.comfortNoise(carried.type);
            if (begins) {
                gaps.pause(lastTime, lastFrame, time, frame);
            } else {
                gaps.delta(time - lastTime);
            }
        }
    }

    /** Of short streams nothing can be told. */
    private void drift(int type, long time, int timestamp) {
        if (time == Captured.NO_TIME || packets < LONG) {
            return;
        }
        if (drift != null) {
            drift.add(type, time, timestamp);
        } else if (jitter.rate(type) != 0) {
            drift = new DriftMeter(type, jitter.rate(type), time, timestamp);
        }
    }

    private Timeline timeline() {
        if (timeline == null) {
            timeline = new Timeline();
        }
        return timeline;
    }

    /** What was measured so far; more packets may come. */
    MediaStream measured(
            int file, Endpoint source, Endpoint destination, List<ReceiverReport> reports, Optional<Goodbye> goodbye) {
        settle();
        run.end();
        long twice = copies.systematic(packets);
        MediaStream.Loss loss = numbers.measured(twice);
        JitterMeter pace = jitter.settled();
        PayloadMeter most = payloads.most();
        return new MediaStream(
                file,
                source,
                destination,
                ssrc & 0xFFFF_FFFFL,
                first,
                latest == Captured.NO_TIME ? new Moment(latest, lastFrame) : new Moment(latest, latestFrame),
                packets - twice,
                twice == 0 ? bytes : bytes - copies.bytes(),
                twice,
                loss,
                new MediaStream.Pace(
                        pace.rate(most.type),
                        ClockRates.assigned(most.type) != 0,
                        pace.mean(),
                        pace.highest(),
                        gaps.longestDelta(),
                        most.packetTime.usual()),
                payloads.measured(/* withCopies= */ twice == 0),
                gaps.longestPause(),
                transport,
                gaps.holes(),
                dscp,
                constant,
                keys == null ? List.of() : keys.pressed(),
                timeline().soFar(),
                reports,
                goodbye,
                drift == null ? Optional.empty() : drift.measured(),
                leaps.measured());
    }
}
