package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Limits;

/**
 * One direction of a TCP connection: brings its segments into order, each byte once, and says which bytes never came. Of
 * bytes that come twice the first are taken, unless they are not the same. Sequence numbers wrap, so they are only ever subtracted (RFC 9293 section 3.4).
 *
 * <p>A segment where the stream cannot be is set aside, for its number may be damaged or forged. If the next one continues
 * it, the stream is there now; if the stream goes on where it was, what was set aside is read by itself.
 */
public final class TcpStream {

    private final StreamSink content;
    private final WaitingSegments waiting;
    private final WaitingSegments aside;
    private final Delivered delivered;
    private final Patience patience;

    private boolean started;
    private boolean came;
    private int begin;
    private int next;
    /** Where the bytes end that were handed on; what lies behind, up to the next one, the capture is said to have cut off. */
    private int kept;

    private GivenUp gap = new GivenUp(0, 0);
    private boolean finishing;
    private int finish;

    /** @param content what the bytes are handed to */
    public TcpStream(StreamSink content, TcpStreams shared) {
        this.content = content;
        waiting = new WaitingSegments(shared);
        aside = new WaitingSegments(shared);
        delivered = new Delivered(shared);
        patience = new Patience(shared);
    }

    /** One segment, whose data lies in a range of the packet; it may be empty. */
    public void segment(Packet packet, int flags, int number, long from, long to) {
        boolean first = (flags & Tcp.SYN) != 0;
        int sequence = first ? number + 1 : number;
        if (first && (!started || sequence != begin)) {
            begin(sequence, packet.frame);
        }
        if (content.dropped()) {
            return;
        }
        if (from < to && first) {
            // Few send data with it, and the receiver need not take it (RFC 7413): the next segment shows that.
            hold(packet, sequence, from, to);
        } else if (from < to) {
            data(packet, sequence, from, to);
        }
        if (started && sequence - next <= Limits.REACH && sequence - next >= -Limits.REACH) {
            ended(packet, flags, sequence + (int) (to - from) + (int) packet.missing);
        }
    }

    /** Whether all these bytes have come before, and the other side has not acknowledged the last one. */
    boolean repeats(int number, int end) {
        return came && end - next <= 0 && number - begin >= 0 && patience.owes(end);
    }

    private void ended(Packet packet, int flags, int end) {
        if ((flags & Tcp.FIN) != 0) {
            finishing = true;
            finish = end;
            finishIfComplete(packet.frame);
        }
        if ((flags & Tcp.RST) != 0) {
            flush(packet.frame);
        }
    }

    private void begin(int sequence, long frame) {
        flush(frame);
        content.begin();
        startAt(sequence);
    }

    private void join(int sequence) {
        content.join();
        startAt(sequence);
    }

    private void startAt(int sequence) {
        started = true;
        came = false;
        finishing = false;
        patience.begin();
        begin = sequence;
        next = sequence;
        kept = sequence;
        gap = new GivenUp(sequence, sequence);
        delivered.forget();
    }

    private void data(Packet packet, int number, long from, long to) {
        if (!started) {
            join(number);
        }
        believe(number);
        int ahead = number - next;
        if (stray(number, (int) (to - from))) {
            stray(packet, number, from, to);
        } else if (ahead > 0) {
            hold(packet, number, from, to);
            drain();
            giveUpGaps(packet.time, packet.frame);
        } else if (from - ahead < to) {
            readAside();
            hand(packet.bytes, number, from, to, packet.time, packet.frame);
            if (packet.missing > 0) {
                cut(packet);
            }
            drain();
            patience.since(packet.time);
            if (content.dropped()) {
                waiting.clear();
                aside.clear();
            }
        } else if (delivered.contradicts(packet.bytes, number, from, to)) {
            stray(packet, number, from, to);
        }
    }

    /** Bytes that come were not cut off: the length was wrong that the packet before said to have. */
    private void believe(int number) {
        if (number - kept >= 0 && number - next < 0) {
            next = number;
            kept = number;
        }
    }

    /** Whether the stream cannot be there: farther ahead than anybody sends, before its begin, or where it has given up. */
    private boolean stray(int number, int length) {
        int behind = number + length - begin;
        boolean keepAlive = length == 1 && behind == 0;
        return number - next > Limits.REACH
                || (number - begin < 0 && (behind <= 0 || !came) && !keepAlive)
                || gap.holds(number);
    }

    private void stray(Packet packet, int number, long from, long to) {
        if (!came && waiting.isEmpty()) {
            // Nothing has come since the begin, whose number is wrong then, or is that of another connection.
            join(number);
            data(packet, number, from, to);
            return;
        }
        boolean continued = !aside.isEmpty() && aside.last().end() == number;
        if (!continued) {
            readAside();
        }
        aside.add(packet, number, from, to);
        if (continued) {
            follow(packet.frame);
        }
    }

    /** The stream is where the segments are that were set aside. */
    private void follow(long frame) {
        int start = aside.first().sequence();
        int ahead = start - next;
        giveUp(frame);
        if (ahead > 0 && ahead <= Limits.WINDOW) {
            skipTo(start, frame);
        } else {
            // The ports are used by another connection, whose begin was not captured.
            content.end();
            join(start);
        }
        while (!aside.isEmpty()) {
            hand(aside);
        }
    }

    /** What was set aside and leads nowhere may hold whole messages. */
    private void readAside() {
        if (!aside.isEmpty()) {
            aside.readBy(content.aside(gap.holds(aside.first().sequence())));
        }
    }

    /** Hands on what is new of a segment, or all of it if what it repeats is not what was there. */
    private void hand(MemorySegment bytes, int number, long from, long to, long time, long frame) {
        long fresh = from + (next - number);
        if (fresh > from && delivered.contradicts(bytes, number, from, to)) {
            content.lost(0, frame);
            fresh = from;
        }
        next = number + (int) (to - from);
        kept = next;
        came = true;
        delivered.set(bytes, from, to, next);
        content.data(bytes, fresh, to, time, frame);
    }

    private void hand(WaitingSegments some) {
        Waiting segment = some.take();
        hand(segment.bytes(), segment.sequence(), segment.from(), segment.to(), segment.time(), segment.frame());
        some.release(segment);
    }

    /** The capture kept only the first bytes of a segment: the others will hardly come again. */
    private void cut(Packet packet) {
        content.cut(packet.missing, packet.frame);
        next += (int) packet.missing;
        delivered.forget();
    }

    private void hold(Packet packet, int number, long from, long to) {
        if (waiting.isEmpty()) {
            patience.since(packet.time);
        }
        waiting.add(packet, number, from, to);
    }

    /** Takes the waiting segments that have become next. */
    private void drain() {
        while (!waiting.isEmpty() && waiting.first().sequence() - next <= 0) {
            Waiting first = waiting.first();
            believe(first.sequence());
            if (first.end() - next > 0) {
                hand(waiting);
            } else if (delivered.contradicts(first.bytes(), first.sequence(), first.from(), first.to())) {
                waiting.readFirstBy(content.aside(false));
            } else {
                waiting.release(waiting.take());
            }
        }
    }

    /** The other side has said up to where it has received everything. */
    public void acknowledged(int number, long time, long frame) {
        patience.acknowledged(number);
        if (!aside.isEmpty() && number == aside.last().end()) {
            follow(frame);
        }
        if (!waiting.isEmpty()) {
            if (number - next > 0) {
                drain();
            }
            giveUpGaps(time, frame);
        }
    }

    private void giveUpGaps(long time, long frame) {
        while (!waiting.isEmpty() && patience.ends(waiting, time)) {
            skipGap(frame);
            patience.since(time);
        }
        finishIfComplete(frame);
    }

    private void skipGap(long frame) {
        int sequence = waiting.first().sequence();
        if (sequence - next > 0) {
            readAside();
            skipTo(sequence, frame);
        }
        drain();
    }

    private void skipTo(int sequence, long frame) {
        content.lost(Integer.toUnsignedLong(sequence - next), frame);
        gap = new GivenUp(next, sequence);
        next = sequence;
        kept = sequence;
        delivered.forget();
    }

    private void finishIfComplete(long frame) {
        if (finishing && next - finish >= 0) {
            flush(frame);
        }
    }

    private void giveUp(long frame) {
        while (!waiting.isEmpty()) {
            skipGap(frame);
        }
    }

    /** Nothing more is waited for; what comes again afterwards is still known to be old. */
    private void flush(long frame) {
        giveUp(frame);
        readAside();
        content.end();
        finishing = false;
    }

    public void end() {
        flush(0);
    }
}
