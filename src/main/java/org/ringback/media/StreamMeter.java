package org.ringback.media;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** Measures one stream while its packets come. */
final class StreamMeter {

    /** So many packets in a row make a stream; what only looks like RTP has others in between (RFC 3550, appendix A.1). */
    private static final int BELIEVED = 3;

    /** And so many that lie close together make one of which every third packet is lost. */
    private static final int CLOSE = 10;

    /** So many packets are lost one after the other, and nobody asks whether they were sent. */
    private static final int NEAR = 50;

    /** So much of a payload tells whether it is one value only. */
    private static final int LOOKED_AT = 32;

    /** Only of a stream that is longer its clock is measured. */
    private static final int LONG = 1000;

    /** A hole of so many packets is long. */
    private static final int LONG_HOLE = 5;

    final AddressPair addresses = new AddressPair();
    final int ssrc;
    private final SequenceMeter numbers = new SequenceMeter();
    private final JitterMeter jitter = new JitterMeter();
    private final CopyMeter copies = new CopyMeter();
    private final PayloadTable payloads = new PayloadTable();
    private final int dscp;
    private final Transport transport;
    private PayloadMeter last;
    private KeyMeter keys;
    private Timeline timeline;
    private DriftMeter drift;
    private long packets;
    private long bytes;
    private long constant;
    private int inRow;
    private int ordered;
    private boolean believed;
    private final Moment first;
    private long lastTime = Captured.NO_TIME;
    private long lastFrame;
    private long latest = Captured.NO_TIME;
    private long latestFrame;
    private long longestDelta;
    private final List<MediaStream.Hole> holes = new ArrayList<>(0);
    private Moment pauseBefore;
    private Moment pauseAfter;

    StreamMeter(Packet packet, int ssrc, long time) {
        addresses.set(packet.addresses);
        this.ssrc = ssrc;
        dscp = packet.dscp;
        transport = packet.transport;
        first = new Moment(time, packet.frame);
    }

    /** Whether it is a stream, and not something that looks like one for a packet or two. */
    boolean believed() {
        return believed;
    }

    void add(Packet packet, long from, long to, long time) {
        MemorySegment segment = packet.bytes;
        long head = Rtp.head(segment, from);
        int type = Rtp.payloadType(head);
        int timestamp = Rtp.timestamp(head);
        long payload = Rtp.payload(segment, head, from, to);
        long end = Rtp.payloadEnd(segment, head, from, to, packet.missing);
        long missingBefore = numbers.missing();
        SequenceMeter.Place place =
                begunAnew(head, time) ? numbers.beginAnew(Rtp.sequence(head)) : numbers.add(Rtp.sequence(head));
        packets++;
        bytes += Math.max(0, end - payload) + packet.missing;
        believe(place);
        if (place == SequenceMeter.Place.AHEAD) {
            hole(numbers.missing() - missingBefore, time, packet.frame);
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
        last = carried;
        if (time != Captured.NO_TIME) {
            if (believed && !copy) {
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
    }

    /**
     * Whether a marked packet begins new numbers: far ahead, and with a timestamp that fits neither to so many lost packets nor
     * to the time that has passed.
     */
    private boolean begunAnew(long head, long time) {
        int ahead = numbers.ahead(Rtp.sequence(head));
        if (ahead <= NEAR || ahead >= SequenceMeter.FARTHEST || !Rtp.marker(head) || last == null) {
            return false;
        }
        long each = last.packetTime.usual();
        int rate = jitter.rate(last.type);
        if (each == 0 || rate == 0 || time == Captured.NO_TIME || lastTime == Captured.NO_TIME) {
            return false;
        }
        long ticks = last.packetTime.since(Rtp.timestamp(head));
        long passed = (time - lastTime) * rate / 1_000_000;
        return far(ticks, ahead * each) && far(ticks, passed) && Math.abs(ticks - passed) > rate;
    }

    private static boolean far(long ticks, long expected) {
        return 2 * Math.abs(ticks - expected) > Math.abs(expected);
    }

    private boolean copy(Packet packet, SequenceMeter.Place place, long head, long payload, long end, long time) {
        if (packet.transport != Transport.UDP) {
            return false;
        }
        if (place == SequenceMeter.Place.DUPLICATE) {
            return copies.copy(packet, head, payload, end, time);
        }
        copies.remember(packet, head, payload, end, time);
        return false;
    }

    /** That a packet comes twice, as at two ports of a switch, says nothing against it. */
    private void believe(SequenceMeter.Place place) {
        switch (place) {
            case NEXT -> {
                inRow++;
                ordered++;
            }
            case AHEAD, LATE -> {
                inRow = 1;
                ordered++;
            }
            case ASTRAY, RESTART -> {
                inRow = 1;
                ordered = 0;
            }
            case DUPLICATE -> {}
        }
        believed |= inRow >= BELIEVED || (ordered >= CLOSE && numbers.expected() < 2L * ordered);
    }

    private void hole(long missing, long time, long frame) {
        if (missing >= LONG_HOLE
                && holes.size() < MediaStream.HOLES
                && time != Captured.NO_TIME
                && lastTime != Captured.NO_TIME) {
            holes.add(new MediaStream.Hole(new Moment(lastTime, lastFrame), new Moment(time, frame), missing));
        }
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
        carried.speech(timestamp, next && carried == last, (int) Math.max(0, end - payload) + missing);
        if (oneValue(segment, payload, end)) {
            constant++;
        }
        if (next && time != Captured.NO_TIME && lastTime != Captured.NO_TIME) {
            long delta = time - lastTime;
            boolean begins = Rtp.marker(head) || carried.packetTime.jumped() || ClockRates.comfortNoise(carried.type);
            if (begins) {
                pause(delta, time, frame);
            } else {
                longestDelta = Math.max(longestDelta, delta);
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

    private void pause(long delta, long time, long frame) {
        if (pauseBefore == null || delta > pauseAfter.time() - pauseBefore.time()) {
            pauseBefore = new Moment(lastTime, lastFrame);
            pauseAfter = new Moment(time, frame);
        }
    }

    /** Whether its first bytes are the same again and again: speech is not. */
    private static boolean oneValue(MemorySegment bytes, long from, long to) {
        if (to - from < LOOKED_AT) {
            return false;
        }
        long begin = Bytes.i64(bytes, from);
        if ((begin & 0xFF) * 0x0101010101010101L != begin) {
            return false;
        }
        for (long at = from + Long.BYTES; at < from + LOOKED_AT; at += Long.BYTES) {
            if (Bytes.i64(bytes, at) != begin) {
                return false;
            }
        }
        return true;
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
                        longestDelta,
                        most.packetTime.usual()),
                payloads.measured(/* withCopies= */ twice == 0),
                Optional.ofNullable(pauseBefore).map(before -> new MediaStream.Pause(before, pauseAfter)),
                transport,
                holes,
                dscp,
                constant,
                keys == null ? List.of() : keys.pressed(),
                timeline().soFar(),
                reports,
                goodbye,
                drift == null ? Optional.empty() : drift.measured());
    }
}
