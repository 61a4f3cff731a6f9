package org.ringback.flow;

import org.ringback.media.MediaSeen;
import org.ringback.network.NetworkEvents;

/** What the packets beside the messages showed. */
public record Surroundings(MediaSeen media, NetworkEvents network) {

    /** Of a log, or of a capture with nothing but messages. */
    public static final Surroundings NOTHING = new Surroundings(MediaSeen.NOTHING, NetworkEvents.EMPTY);
}
