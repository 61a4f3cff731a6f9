package org.ringback.diagnosis.incident;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;

/** When hosts got responses, whatever they had asked for. */
final class Responses {

    private final Map<String, NavigableSet<Long>> times = new HashMap<>();

    /**
     * Looks through all calls once.
     *
     * @param hosts that are of interest; of others nothing is kept
     */
    Responses(Traffic traffic, Set<String> hosts) {
        if (hosts.isEmpty()) {
            return;
        }
        for (Struck struck : traffic.all()) {
            for (Message message : struck.call().messages()) {
                Captured captured = message.captured();
                if (!message.head().request()
                        && captured.time() != Captured.NO_TIME
                        && hosts.contains(captured.destination().host())) {
                    times.computeIfAbsent(captured.destination().host(), _ -> new TreeSet<>())
                            .add(captured.time());
                }
            }
        }
    }

    /**
     * Whether a host got any soon after a time.
     *
     * @param from in microseconds since 1970; after {@link Captured#NO_TIME} none did
     */
    boolean came(String host, long from, Duration within) {
        NavigableSet<Long> known = times.get(host);
        Long first = known == null || from == Captured.NO_TIME ? null : known.ceiling(from);
        return first != null && first - from <= within.toNanos() / 1000;
    }
}
