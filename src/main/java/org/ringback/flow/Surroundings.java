package org.ringback.flow;

import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.ringback.capture.wire.Endpoint;
import org.ringback.media.MediaSeen;
import org.ringback.network.NetworkEvents;

/** What the packets beside the messages showed. */
public record Surroundings(MediaSeen media, NetworkEvents network) {

    /** Of a log, or of a capture with nothing but messages. */
    public static final Surroundings NOTHING = new Surroundings(MediaSeen.NOTHING, NetworkEvents.EMPTY);

    /** The same with other addresses and times; without what the network said, in which names stand. */
    public Surroundings elsewhere(UnaryOperator<Endpoint> endpoints, LongUnaryOperator clock) {
        return new Surroundings(media.elsewhere(endpoints, clock), NetworkEvents.EMPTY);
    }
}
