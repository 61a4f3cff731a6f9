package org.ringback.call;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringback.sip.MessageHead;

/** Counts what went over the wire, retransmissions included. */
public final class Tally {

    private final Map<String, Count> methods = new HashMap<>();
    /** By status plus one, for that of a start line that cannot be read is -1. */
    private final long[] statuses = new long[1001];

    private int callIds;
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
            statuses[head.status() + 1]++;
        }
    }

    void addCallId() {
        callIds++;
    }

    public long messages() {
        return messages;
    }

    /** Requests by method, in alphabetical order. */
    public SortedMap<String, Long> methods() {
        var sorted = new TreeMap<String, Long>();
        methods.forEach((method, count) -> sorted.put(method, count.value));
        return Collections.unmodifiableSortedMap(sorted);
    }

    /** Responses by status, in ascending order. */
    public SortedMap<Integer, Long> statuses() {
        var sorted = new TreeMap<Integer, Long>();
        for (int i = 0; i < statuses.length; i++) {
            if (statuses[i] > 0) {
                sorted.put(i - 1, statuses[i]);
            }
        }
        return Collections.unmodifiableSortedMap(sorted);
    }

    /** Distinct Call-IDs. */
    public int callIds() {
        return callIds;
    }
}
