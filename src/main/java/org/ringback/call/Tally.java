package org.ringback.call;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringback.sip.MessageHead;

/** Counts what went over the wire, retransmissions included. */
public final class Tally {

    private final Map<String, Count> methods = new HashMap<>();
    private final Map<Integer, Count> statuses = new HashMap<>();
    private final Set<String> callIds = new HashSet<>();
    private long messages;

    Tally() {}

    private static final class Count {
        private long value;
    }

    void add(MessageHead head) {
        messages++;
        if (head.request()) {
            methods.computeIfAbsent(head.method(), _ -> new Count()).value++;
        } else {
            statuses.computeIfAbsent(head.status(), _ -> new Count()).value++;
        }
        if (!head.callId().isEmpty()) {
            callIds.add(head.callId());
        }
    }

    public long messages() {
        return messages;
    }

    /** Requests by method, in alphabetical order. */
    public SortedMap<String, Long> methods() {
        return values(methods);
    }

    /** Responses by status, in ascending order. */
    public SortedMap<Integer, Long> statuses() {
        return values(statuses);
    }

    /** Distinct Call-IDs. */
    public int callIds() {
        return callIds.size();
    }

    private static <K extends Comparable<K>> SortedMap<K, Long> values(Map<K, Count> counts) {
        var sorted = new TreeMap<K, Long>();
        counts.forEach((key, count) -> sorted.put(key, count.value));
        return Collections.unmodifiableSortedMap(sorted);
    }
}
