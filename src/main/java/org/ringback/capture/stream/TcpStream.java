package org.ringback.capture.stream;

import org.ringback.capture.payload.Packet;
import org.ringback.capture.wire.Limits;

/**
 * One direction of a TCP connection: brings its segments into order, each byte once, and says which bytes never came. Of
 * bytes that come twice the first are taken, unless they are not the same.
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

    private final StreamPosition position = new StreamPosition();
    private final EndsInDoubt ends = new EndsInDoubt();
    private final Handover handover;

    /** @param content what the bytes are handed to */
    public TcpStream(StreamSink content, TcpStreams shared) {
        this.content = content;
        waiting = new WaitingSegments(shared);
        aside = new WaitingSegments(shared);
        delivered = new Delivered(shared);
        patience = new Patience(shared);
        handover = new Handover(content, position, delivered);
    }

    /** One segment, whose data lies in a range of the packet; it may be empty. */
    public void segment(Packet packet, int flags, int number, long from, long to) {
        boolean first = (flags & Tcp.SYN) != 0;
        int sequence = first ? number + 1 : number;
        boolean another = first && !position.beginsAt(sequence);
        boolean doubtful = EndsInDoubt.impossible(flags) || (another && position.started() && content.unfinished());
        if (another && !doubtful) {
            begin(sequence, packet.frame);
        }
        if (content.dropped()) {
            return;
        }
        if (doubtful) {
            doubt(packet, flags, sequence, from, to);
            return;
        }
        if (from < to && first) {
            // Few send data with it, and the receiver need not take it (RFC 7413): the next segment shows that.
            hold(packet, sequence, from, to);
        } else if (from < to) {
            data(packet, sequence, from, to);
        }
        if (position.within(sequence, Limits.REACH)) {
            ended(packet, flags, sequence + (int) (to - from) + (int) packet.missing);
        }
    }

    /** Whether a segment with this number is not the next one. */
    boolean elsewhere(int number) {
        return position.started() && number != position.next();
    }

    /** Whether all these bytes have come before, and the other side has not acknowledged the last one. */
    boolean repeats(int number, int end) {
        return position.passed(number, end) && patience.owes(end);
    }

    /** What is carried beside flags that may be damaged is read by itself. */
    private void doubt(Packet packet, int flags, int sequence, long from, long to) {
        if (!EndsInDoubt.impossible(flags)) {
            ends.putOffBegin(sequence, packet.frame);
        }
        if (from < to) {
            readAside();
            aside.add(packet, sequence, from, to);
            readAside();
        }
    }

    private void ended(Packet packet, int flags, int end) {
        if ((flags & Tcp.FIN) != 0) {
            ends.finish(end);
            finishIfComplete(packet.frame);
        }
        if ((flags & Tcp.RST) != 0) {
            close(packet.frame);
        }
    }

    private void close(long frame) {
        if (content.unfinished()) {
            ends.putOffEnd(frame);
        } else {
            flush(frame);
        }
    }

    /** What was put off is decided by the next data. */
    private void settle(int number, int end) {
        if (ends.disproved(number, end, position.next())) {
            ends.forget();
        } else if (ends.begins()) {
            begin(ends.sequence(), ends.frame());
        } else if (ends.proved(number, position.next())) {
            flush(ends.frame());
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
        position.startAt(sequence);
        ends.forget();
        patience.begin();
        delivered.forget();
    }

    private void data(Packet packet, int number, long from, long to) {
        if (!position.started()) {
            join(number);
        }
        if (ends.putOff()) {
            settle(number, number + (int) (to - from));
        }
        position.believe(number);
        int ahead = position.ahead(number);
        if (position.stray(number, (int) (to - from))) {
            stray(packet, number, from, to);
        } else if (ahead > 0) {
            hold(packet, number, from, to);
            drain();
            giveUpGaps(packet.time, packet.frame);
        } else if (from - ahead < to) {
            readAside();
            handover.hand(packet.bytes, number, from, to, packet.time, packet.frame);
            if (packet.missing > 0) {
                handover.cut(packet);
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

    private void stray(Packet packet, int number, long from, long to) {
        if (!position.came() && waiting.isEmpty()) {
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
        int ahead = position.ahead(start);
        giveUp(frame);
        if (ahead > 0 && ahead <= Limits.WINDOW) {
            handover.skipTo(start, frame);
        } else {
            // The ports are used by another connection, whose begin was not captured.
            content.end();
            join(start);
        }
        while (!aside.isEmpty()) {
            handover.hand(aside);
        }
    }

    /** What was set aside and leads nowhere may hold whole messages. */
    private void readAside() {
        if (!aside.isEmpty()) {
            aside.readBy(content.aside(position.givenUp(aside.first().sequence())));
        }
    }

    private void hold(Packet packet, int number, long from, long to) {
        if (waiting.isEmpty()) {
            patience.since(packet.time);
        }
        waiting.add(packet, number, from, to);
    }

    /** Takes the waiting segments that have become next. */
    private void drain() {
        while (!waiting.isEmpty() && position.ahead(waiting.first().sequence()) <= 0) {
            Waiting first = waiting.first();
            position.believe(first.sequence());
            boolean fresh = position.ahead(first.end()) > 0;
            // What the stream has overtaken, and nobody has received, was never a part of it.
            boolean proper = fresh && (!patience.owes(first.end()) || delivered.before(first.frame()));
            if (!proper && delivered.contradicts(first.bytes(), first.sequence(), first.from(), first.to())) {
                waiting.readFirstBy(content.aside(false));
            } else if (fresh) {
                handover.hand(waiting);
            } else {
                waiting.release(waiting.take());
            }
        }
    }

    /** The other side has said up to where it has received everything. */
    public void acknowledged(int number, long time, long frame) {
        patience.acknowledged(number);
        if (ends.received(number)) {
            flush(ends.frame());
        }
        if (!aside.isEmpty() && number == aside.last().end()) {
            follow(frame);
        }
        if (!waiting.isEmpty()) {
            if (position.ahead(number) > 0) {
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
        if (position.ahead(sequence) > 0) {
            readAside();
            handover.skipTo(sequence, frame);
        }
        drain();
    }

    private void finishIfComplete(long frame) {
        if (ends.finished(position.next())) {
            close(frame);
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
        ends.forget();
    }

    public void end() {
        flush(ends.frame());
    }
}
