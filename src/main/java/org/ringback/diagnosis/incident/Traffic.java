package org.ringback.diagnosis.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;
import org.ringback.network.NetworkEvent;
import org.ringback.network.NetworkEvents;

/** All calls, and who asked and answered whom at what time. */
final class Traffic {

    private final List<Struck> all;
    private final Map<Endpoint, List<Struck>> asked = new HashMap<>();
    private final Map<String, Long> lastHeard = new HashMap<>();
    private final Concurrency concurrency;
    private final NetworkEvents network;
    private final Set<Sighting> told;

    /**
     * Takes all calls.
     *
     * @param all in any order
     * @param network what happened to packets, connections and names
     * @param told what of it was told about a call
     */
    Traffic(List<Struck> all, NetworkEvents network, Set<Sighting> told) {
        this.network = network;
        this.told = told;
        this.all = all.stream().sorted(Struck.BY_START).toList();
        this.all.forEach(this::note);
        this.concurrency = new Concurrency(this.all);
    }

    private void note(Struck struck) {
        Set<Endpoint> hosts = new HashSet<>();
        for (Message message : struck.call().messages()) {
            Captured captured = message.captured();
            if (message.head().request() && hosts.add(captured.destination())) {
                asked.computeIfAbsent(captured.destination(), _ -> new ArrayList<>())
                        .add(struck);
            }
            if (captured.time() != Captured.NO_TIME) {
                lastHeard.merge(captured.source().host(), captured.time(), Math::max);
            }
        }
    }

    /** In order of their start; those without a time first. */
    List<Struck> all() {
        return all;
    }

    /** Those in which a request was sent to a host, in order of their start. */
    List<Struck> asked(Endpoint host) {
        return asked.getOrDefault(host, List.of());
    }

    /** When the last message of a host was captured: microseconds since 1970, or {@link Captured#NO_TIME}. */
    long lastHeard(String host) {
        return lastHeard.getOrDefault(host, Captured.NO_TIME);
    }

    /** Whether the client of something that failed soon got what it wanted from the same host in another way. */
    boolean wentOn(NetworkEvent failed, Duration within) {
        long from = failed.seen().time();
        long to = from + within.toNanos() / 1000;
        for (int i = firstFrom(from);
                from != Captured.NO_TIME && i < all.size() && all.get(i).call().start() <= to;
                i++) {
            Struck struck = all.get(i);
            if (!struck.call().outcome().failed()
                    && !struck.withoutResponse()
                    && struck.client().host().equals(failed.client().host())
                    && struck.server().host().equals(failed.server().host())) {
                return true;
            }
        }
        return false;
    }

    private int firstFrom(long time) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).call().start() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What happened to packets, connections and names. */
    NetworkEvents network() {
        return network;
    }

    /** Whether a packet is the proof of something that was told about a call. */
    boolean told(Sighting packet) {
        return told.contains(packet);
    }

    /** How many calls were up, that is answered and not over, at a time. */
    int up(long time) {
        return concurrency.up(time);
    }
}
