package org.ringback.capture.stream;

import java.lang.foreign.MemorySegment;
import org.ringback.capture.payload.AddressPair;
import org.ringback.capture.wire.Unusable;

/**
 * What one direction of a stream says: finds out whether it is SIP, SIP over WebSocket or HEP, takes the messages out of it,
 * and forgets the stream as soon as it is clearly something else. Bytes come in order; those of an unfinished message are
 * held back in own memory, all others are read where they lie.
 */
public final class StreamContent implements StreamSink {

    /** How often a direction may turn out to be SIP that was dropped. */
    private static final int REVIVALS = 16;

    private final Direction direction;
    private final HeldBytes held;
    private StreamProtocol content;
    private int revivals;
    private boolean toBeTold;
    private long aside;

    public StreamContent(AddressPair addresses, TcpStreams shared) {
        direction = new Direction(addresses, shared);
        held = direction.held;
        content = new Unknown(direction);
    }

    @Override
    public boolean dropped() {
        return content instanceof Dropped;
    }

    /** Whether it is dropped because it is plain HTTP. */
    public boolean http() {
        return content == Dropped.HTTP;
    }

    /** Whether it is dropped because it is TLS. */
    boolean encrypted() {
        return content == Dropped.ENCRYPTED;
    }

    /** Whether a whole message of SIP was in it. */
    boolean carriedSip() {
        return direction.carriedSip();
    }

    /** Whether it hears no SIP now: it was dropped, or waits for the end of an upgrade. */
    boolean deaf() {
        return dropped() || content instanceof HttpUpgrade;
    }

    /** Whether it was dropped for no more bytes than a damaged header may leave. */
    boolean barelyHeard() {
        return content == Dropped.OTHER && aside <= TcpOptions.LONGEST;
    }

    /** What made it deaf was damage: the other direction shows that, or what comes now. */
    void revive() {
        if (content != Dropped.ENCRYPTED && revivals < REVIVALS) {
            revivals++;
            held.release();
            become(new Unknown(direction));
            direction.loseStep();
        }
    }

    /** Its packets have this differentiated services code point (RFC 2474). */
    void marked(int dscp) {
        direction.dscp = dscp;
    }

    /** Whether a loss in it is worth a report. */
    private boolean carriesSip() {
        return direction.carriedSip() || content.ofSip();
    }

    @Override
    public void begin() {
        become(new Unknown(direction));
        direction.begin();
    }

    @Override
    public void join() {
        begin();
        direction.loseStep();
    }

    /** The other direction is plain HTTP: whatever comes back is no SIP, even if it says so. */
    public void answersHttp() {
        if (!direction.carriedSip() && !dropped()) {
            become(Dropped.OTHER);
        }
    }

    @Override
    public void data(MemorySegment bytes, long from, long to, long time, long frame) {
        if (dropped()) {
            return;
        }
        aside += to - from;
        held.segment(bytes, from, to, time, frame);
        if (held.isEmpty()) {
            long used = read(bytes, from, to);
            if (!dropped() && used < to) {
                hold(used);
            }
        } else if (hold(from) && held.worthATry()) {
            readHeld();
        }
    }

    /** Holds the segment back from here; if that is too much, the stream has to find its next message. */
    private boolean hold(long from) {
        String exceeded = held.hold(from);
        if (exceeded.isEmpty()) {
            return true;
        }
        direction.shared.output.limit(held.segmentFrame(), exceeded);
        loseStep(0);
        return false;
    }

    private void readHeld() {
        held.trying();
        long used = read(held.bytes(), 0, held.length());
        if (used > 0 && !held.isEmpty()) {
            held.consume(used);
        }
        if (!held.isEmpty()) {
            held.wants(content.wanted(held));
        }
    }

    /** What came since the last try, which was put off lest all is looked through too often. */
    private void readUntried() {
        if (held.untried()) {
            held.old();
            readHeld();
        }
    }

    /** Takes what it can from a range and gives back where it stopped for want of more bytes. */
    private long read(MemorySegment bytes, long from, long to) {
        long at = from;
        while (at < to) {
            StreamProtocol.Step step = content.next(bytes, at, to);
            if (step.at() == at && step.then() == content) {
                return at;
            }
            at = step.at();
            become(step.then());
        }
        return at;
    }

    private void become(StreamProtocol next) {
        if (next == content) {
            return;
        }
        content.leave();
        content = next;
        if (dropped()) {
            held.release();
        }
    }

    @Override
    public boolean unfinished() {
        return carriesSip() && !held.isEmpty();
    }

    @Override
    public boolean takesBack(long count) {
        boolean all = carriesSip() && held.takesBack(count);
        if (all) {
            direction.skip(count);
        }
        return all;
    }

    /** A loss in a stream that is not known to be SIP is reported when it is. */
    @Override
    public void lost(long count, long frame) {
        if (dropped()) {
            return;
        }
        direction.lose(count);
        readUntried();
        loseStep(frame);
    }

    @Override
    public void cut(long missing, long frame) {
        if (carriesSip()) {
            direction.unusable(frame, Unusable.Reason.CUT_PACKET, missing);
        }
        lost(0, frame);
    }

    /** What was begun cannot be ended, and the next message must be found. */
    private void loseStep(long frame) {
        unfinished(frame);
        if (carriesSip()) {
            direction.reportLost(frame);
        }
        held.release();
        become(content.behindLoss(direction));
        direction.loseStep();
    }

    private void unfinished(long frame) {
        if (!held.isEmpty()) {
            content.unfinished(held, frame);
        }
    }

    /** What no message is found in is told, if messages are to be expected. */
    @Override
    public StreamSink aside(boolean missed) {
        var alone = new StreamContent(direction.addresses, direction.shared);
        alone.toBeTold = carriesSip() && !missed;
        return alone;
    }

    @Override
    public void end() {
        if (!dropped()) {
            finish();
        }
        if (toBeTold && !direction.carriedSip()) {
            direction.unusable(0, Unusable.Reason.SKIPPED_BYTES, aside);
        }
    }

    private void finish() {
        readUntried();
        unfinished(0);
        if (carriesSip()) {
            direction.reportSkipped();
            direction.reportLost(0);
        }
        become(new Unknown(direction));
        direction.rejoin();
    }
}
