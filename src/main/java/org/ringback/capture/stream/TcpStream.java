package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Limits;

/**
 * One direction of a TCP connection: brings its segments into order, each byte once, and says which bytes never came. Of
 * bytes that come twice the first are taken. Sequence numbers wrap, so they are only ever subtracted (RFC 9293 section 3.4).
 */
public final class TcpStream {

    private final TcpStreams shared;
    private final StreamSink content;
    private final ArrayList<Waiting> waiting = new ArrayList<>(0);

    private boolean started;
    private int begin;
    private int next;
    private boolean finishing;
    private int finish;

    private boolean otherSeen;
    private int acknowledged;
    private long gapSince;

    /** @param content what the bytes are handed to */
    public TcpStream(StreamSink content, TcpStreams shared) {
        this.content = content;
        this.shared = shared;
    }

    /** One segment, whose data lies in a range of the packet; it may be empty. */
    public void segment(Packet packet, int flags, int number, long from, long to) {
        int sequence = number;
        if ((flags & Tcp.SYN) != 0) {
            sequence++;
            if (!started || sequence != begin) {
                begin(sequence, packet.frame);
            }
        }
        if (content.dropped()) {
            return;
        }
        if (from < to) {
            data(packet, sequence, from, to);
        }
        if ((flags & Tcp.FIN) != 0 && started) {
            finishing = true;
            finish = sequence + (int) (to - from) + (int) packet.missing;
            finishIfComplete(packet.frame);
        }
        if ((flags & Tcp.RST) != 0) {
            flush(packet.frame);
        }
    }

    private void begin(int sequence, long frame) {
        flush(frame);
        content.begin();
        started = true;
        finishing = false;
        otherSeen = false;
        begin = sequence;
        next = sequence;
    }

    private void data(Packet packet, int number, long from, long to) {
        if (!started) {
            join(number);
        }
        int ahead = number - next;
        if (ahead > Limits.WINDOW || ahead < -Limits.WINDOW) {
            // The ports are used by another connection, whose begin was not captured.
            flush(packet.frame);
            join(number);
            ahead = 0;
        }
        if (ahead > 0) {
            hold(packet, number, from, to);
            giveUpGaps(packet.time, packet.frame);
            return;
        }
        long fresh = from - ahead;
        if (fresh < to) {
            content.data(packet.bytes, fresh, to, packet.time, packet.frame);
            next += (int) (to - fresh);
            if (packet.missing > 0) {
                cut(packet);
            }
            drain();
            if (content.dropped()) {
                waiting.forEach(this::release);
                waiting.clear();
            }
        }
    }

    private void join(int sequence) {
        content.join();
        started = true;
        finishing = false;
        otherSeen = false;
        begin = sequence;
        next = sequence;
    }

    /** The capture kept only the first bytes of a segment: the others will hardly come again. */
    private void cut(Packet packet) {
        content.cut(packet.missing, packet.frame);
        next += (int) packet.missing;
    }

    private void hold(Packet packet, int number, long from, long to) {
        if (waiting.isEmpty()) {
            gapSince = packet.time;
        }
        int place = waiting.size();
        while (place > 0 && waiting.get(place - 1).sequence() - number > 0) {
            place--;
        }
        if (place > 0 && waiting.get(place - 1).end() - (number + (int) (to - from)) >= 0) {
            return;
        }
        MemorySegment bytes = packet.bytes;
        boolean borrowed = !shared.output.isFile(bytes);
        if (borrowed) {
            MemorySegment copy = shared.buffers.borrow(to - from);
            Bytes.copy(bytes, from, copy, 0, to - from);
            waiting.add(place, new Waiting(number, copy, 0, to - from, true, packet.time, packet.frame));
        } else {
            waiting.add(place, new Waiting(number, bytes, from, to, false, packet.time, packet.frame));
        }
        shared.waiting++;
    }

    /** Takes the waiting segments that have become next. */
    private void drain() {
        int taken = 0;
        while (taken < waiting.size() && waiting.get(taken).sequence() - next <= 0) {
            Waiting segment = waiting.get(taken++);
            long fresh = segment.from() + (next - segment.sequence());
            if (fresh < segment.to()) {
                content.data(segment.bytes(), fresh, segment.to(), segment.time(), segment.frame());
                next += (int) (segment.to() - fresh);
            }
            release(segment);
        }
        if (taken > 0) {
            waiting.subList(0, taken).clear();
        }
    }

    private void release(Waiting segment) {
        shared.waiting--;
        if (segment.borrowed()) {
            shared.buffers.giveBack(segment.bytes());
        }
    }

    /** The other side has said up to where it has received everything. */
    public void acknowledged(int number, long time, long frame) {
        otherSeen = true;
        acknowledged = number;
        if (!waiting.isEmpty()) {
            giveUpGaps(time, frame);
        }
    }

    private void giveUpGaps(long time, long frame) {
        while (!waiting.isEmpty() && hopeless(time)) {
            skipGap(frame);
            gapSince = time;
        }
        finishIfComplete(frame);
    }

    private boolean hopeless(long time) {
        int count = waiting.size();
        if (count >= Limits.WAITING_SEGMENTS || shared.waiting >= Limits.ALL_WAITING_SEGMENTS) {
            return true;
        }
        long elapsed = time - gapSince;
        if (!otherSeen) {
            return elapsed >= Limits.ONE_SIDED_GAP;
        }
        if (acknowledged - waiting.getFirst().sequence() >= 0) {
            return elapsed >= Limits.ACKNOWLEDGED_GAP || count >= Limits.ACKNOWLEDGED_GAP_SEGMENTS;
        }
        return elapsed >= Limits.GAP;
    }

    private void skipGap(long frame) {
        int sequence = waiting.getFirst().sequence();
        content.lost(Integer.toUnsignedLong(sequence - next), frame);
        next = sequence;
        drain();
    }

    private void finishIfComplete(long frame) {
        if (finishing && next - finish >= 0) {
            flush(frame);
        }
    }

    /** Nothing more is waited for; what comes again afterwards is still known to be old. */
    private void flush(long frame) {
        while (!waiting.isEmpty()) {
            skipGap(frame);
        }
        content.end();
        finishing = false;
    }

    public void end() {
        flush(0);
    }
}
