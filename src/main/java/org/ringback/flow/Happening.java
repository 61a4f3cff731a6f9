package org.ringback.flow;

import java.util.List;
import org.ringback.network.NetworkEvent;

/**
 * Something that the network did while a call went on.
 *
 * @param again what says the same between the same hosts later on, in order of time
 */
public record Happening(NetworkEvent event, List<NetworkEvent> again) {

    public Happening {
        again = List.copyOf(again);
    }
}
