package org.ringback.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.ringback.capture.wire.Endpoint;
import org.ringback.media.MediaFlow;

/** Finds datagrams that are no RTP by the ports that a call announced, and what answers to these from another port. */
final class FlowIndex {

    /** No call has more; a hostile one may name every port there is. */
    private static final int MOST = 256;

    private final Map<Endpoint, List<MediaFlow>> byPort = new HashMap<>();

    FlowIndex(Collection<MediaFlow> flows) {
        for (MediaFlow flow : flows) {
            byPort.computeIfAbsent(flow.destination(), _ -> new ArrayList<>(1)).add(flow);
            byPort.computeIfAbsent(flow.source(), _ -> new ArrayList<>(1)).add(flow);
        }
    }

    /**
     * What goes to the ports of a call or comes from them, and what comes back to its sender from the host to which it goes.
     *
     * @param during whether something that began at a time is the call's, by a port of it
     */
    Set<MediaFlow> of(Collection<Endpoint> ports, BiPredicate<Long, Endpoint> during) {
        Set<MediaFlow> found = new LinkedHashSet<>();
        for (Endpoint port : ports) {
            List<MediaFlow> there = new ArrayList<>();
            for (MediaFlow flow : byPort.getOrDefault(port, List.of())) {
                if (found.size() < MOST && during.test(flow.first().time(), port) && found.add(flow)) {
                    there.add(flow);
                }
            }
            for (MediaFlow flow : there) {
                back(flow, port, during, found);
            }
        }
        return found;
    }

    private void back(MediaFlow there, Endpoint port, BiPredicate<Long, Endpoint> during, Set<MediaFlow> found) {
        for (MediaFlow flow : byPort.getOrDefault(there.source(), List.of())) {
            if (found.size() < MOST
                    && flow.destination().equals(there.source())
                    && flow.source().host().equals(there.destination().host())
                    && during.test(flow.first().time(), port)) {
                found.add(flow);
            }
        }
    }
}
