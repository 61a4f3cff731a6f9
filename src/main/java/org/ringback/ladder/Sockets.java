package org.ringback.ladder;

import java.util.List;
import java.util.Optional;
import org.ringback.capture.wire.Endpoint;
import org.ringback.ladder.Ends.End;

/** To which columns packets belong that are no messages: they have ports of their own, or none. */
final class Sockets {

    private final Hosts hosts;
    private final List<End> appearance;

    /** @param appearance who sent and got messages */
    Sockets(Hosts hosts, List<End> appearance) {
        this.hosts = hosts;
        this.appearance = appearance;
    }

    /**
     * The column of an endpoint. Where sockets are columns: that of its own socket, or of the one that is known to speak for it, or
     * the first one of its host.
     */
    String id(Endpoint endpoint, Optional<End> spokenFor, Grouping grouping) {
        End end = End.of(endpoint);
        if (grouping != Grouping.PORT) {
            return hosts.id(end, grouping);
        }
        List<End> sockets = appearance.stream()
                .filter(each -> each.host().equals(end.host()))
                .toList();
        return spokenFor
                .filter(sockets::contains)
                .or(() -> sockets.stream().filter(end::equals).findFirst())
                .or(() -> sockets.stream().findFirst())
                .map(End::socket)
                .orElse(end.host());
    }
}
