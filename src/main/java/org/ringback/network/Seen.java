package org.ringback.network;

import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;

/**
 * A packet in which something was seen.
 *
 * @param file index of the file in the order given
 * @param frame number of the packet in it, counted from 1
 * @param time as in {@link Captured#time()}
 * @param source who sent it; without a port if the packet has none, such as ICMP
 * @param destination to whom it was sent
 */
public record Seen(int file, long frame, long time, Endpoint source, Endpoint destination) {

    public Seen {
        time = Captured.told(time);
    }
}
