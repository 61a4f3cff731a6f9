package org.ringback.ladder;

import java.util.List;
import org.ringback.network.NetworkEvent;

/**
 * What the network did, as an arrow from whoever sent the packet that shows it to whom it was for.
 *
 * @param again what says the same later on and is folded into this line, in order of time
 * @param leg which of the legs it belongs to, from 0
 * @param from index of the sender's column; where the sender has none, that of the receiver
 * @param to index of the receiver's column; where the receiver has none, that of the sender
 * @param omitted how many more that would stand further below are not shown; 0 but for the last one
 */
public record NetworkMark(NetworkEvent event, List<NetworkEvent> again, int leg, int from, int to, long omitted)
        implements Line {

    public NetworkMark {
        again = List.copyOf(again);
    }

    @Override
    public long time() {
        return event.seen().time();
    }

    @Override
    public String label() {
        return event.label();
    }

    /** Whether this line stands for an event, be it folded into it. */
    public boolean shows(NetworkEvent wanted) {
        return event.equals(wanted) || again.contains(wanted);
    }
}
