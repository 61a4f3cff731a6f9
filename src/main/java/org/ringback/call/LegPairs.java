package org.ringback.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.call.LegLink.Reason;

/** Finds the legs that may belong together, each with a few others only: what there is of calls may be thousands alike. */
final class LegPairs {

    /** Forking to more legs than that is not looked at: load tests have thousands of calls with the same numbers. */
    private static final int MOST_NEIGHBORS = 16;

    /** If more than that many calls come within this time, times alone tell none from the others. Microseconds. */
    private static final long CROWDED = 500_000;

    /** If for so long nothing else begins, times tell something also where nothing else does. Microseconds. */
    private static final long QUIET = 5_000_000;

    private final List<LegTraits> legs;
    /** The last ones that have something in common, by what that is. */
    private final Map<String, Deque<LegTraits>> recent = new HashMap<>();

    private final List<LegPair> found = new ArrayList<>();
    private final Map<String, List<LegTraits>> byMark = new LinkedHashMap<>();
    private final Set<String> ofOneCall = new HashSet<>();

    private LegPairs(List<LegTraits> legs) {
        this.legs = legs;
    }

    /** @param legs in order of their start, those without a time at the end */
    static List<LegPair> of(List<LegTraits> legs) {
        var pairs = new LegPairs(legs);
        pairs.byMarks();
        pairs.byCallIds();
        pairs.byNeighborhood();
        pairs.byOrder();
        return pairs.found;
    }

    private void byMarks() {
        for (LegTraits leg : legs) {
            leg.marks()
                    .shared()
                    .keySet()
                    .forEach(mark -> byMark.computeIfAbsent(mark, _ -> new ArrayList<>(2))
                            .add(leg));
        }
        byMark.forEach((mark, same) -> {
            if (same.size() > 1 && ofOneCall(same)) {
                ofOneCall.add(mark);
                linkAll(mark, same);
            }
        });
    }

    /** Somebody may write the same into all calls, or into all of one caller: then one way is taken more than once. */
    private static boolean ofOneCall(List<LegTraits> same) {
        Set<List<Object>> ways = new HashSet<>();
        return same.size() <= MOST_NEIGHBORS
                && same.stream().allMatch(leg -> ways.add(List.of(leg.client().host(), leg.server())));
    }

    private void linkAll(String mark, List<LegTraits> same) {
        for (int i = 0; i < same.size(); i++) {
            for (LegTraits next : same.subList(i + 1, same.size())) {
                Reason reason = same.get(i).marks().shared().get(mark);
                if (reason == Reason.SESSION_ID || overlap(same.get(i), next)) {
                    found.add(LegFit.said(same.get(i), next, reason, mark));
                }
            }
        }
    }

    private static boolean overlap(LegTraits first, LegTraits next) {
        return !first.timed()
                || !next.timed()
                || next.start() <= Math.max(first.end(), first.start() + LegFit.SHORT_TIME);
    }

    private void byCallIds() {
        Map<String, LegTraits> byCallId = new HashMap<>();
        legs.forEach(leg -> byCallId.putIfAbsent(leg.call().callId(), leg));
        Map<String, LegTraits> byLocal = new HashMap<>();
        legs.forEach(leg -> CallIdStems.local(leg.call().callId()).ifPresent(local -> byLocal.putIfAbsent(local, leg)));
        for (LegTraits leg : legs) {
            for (String callId : leg.marks().named()) {
                said(byCallId.get(callId), leg, Reason.CALL_ID_HEADER, callId);
            }
            for (String stem : CallIdStems.of(leg.call().callId())) {
                LegTraits other = byCallId.getOrDefault(stem, byLocal.get(stem));
                if (other != null && !other.equals(leg) && overlapping(other, leg)) {
                    said(other, leg, Reason.CALL_ID_DERIVED, other.call().callId());
                    break;
                }
            }
        }
    }

    private static boolean overlapping(LegTraits one, LegTraits other) {
        return one.order() < other.order() ? overlap(one, other) : overlap(other, one);
    }

    private void said(LegTraits named, LegTraits by, Reason reason, String evidence) {
        if (named == null || named.equals(by)) {
            return;
        }
        boolean before = named.order() < by.order();
        found.add(LegFit.said(before ? named : by, before ? by : named, reason, evidence));
    }

    private void byNeighborhood() {
        for (int i = 0; i < legs.size(); i++) {
            LegTraits leg = legs.get(i);
            if (!leg.timed()) {
                return;
            }
            List<String> named = leg.named();
            Set<LegTraits> before = Collections.newSetFromMap(new IdentityHashMap<>());
            named.forEach(key -> before.addAll(lately(key)));
            Collection<LegTraits> arrived = lately(leg.beginning());
            before.addAll(arrived);
            boolean crowded = arrived.size() == MOST_NEIGHBORS
                    && leg.start() - arrived.iterator().next().start() < CROWDED;
            for (LegTraits first : before) {
                LegFit.of(first, leg, ofOneCall::contains, crowded).ifPresent(found::add);
            }
            if (alone(i) && !before.contains(legs.get(i - 1))) {
                LegFit.alone(legs.get(i - 1), leg).ifPresent(found::add);
            }
            named.forEach(key -> add(leg, key));
            leg.destinations().forEach(key -> add(leg, key));
        }
    }

    /** Of legs without times, which stand at the end in the order of their lines. */
    private void byOrder() {
        List<LegTraits> untimed = legs.stream().filter(leg -> !leg.timed()).toList();
        for (int i = 0; i < untimed.size(); i++) {
            int from = Math.max(0, i - MOST_NEIGHBORS);
            int to = Math.min(untimed.size(), i + MOST_NEIGHBORS);
            LegNesting.below(untimed.subList(from, to), i - from).ifPresent(found::add);
        }
    }

    /** Whether a leg and the one before it are the only ones for a while. */
    private boolean alone(int place) {
        if (place == 0) {
            return false;
        }
        LegTraits first = legs.get(place - 1);
        LegTraits next = legs.get(place);
        boolean nothingBefore = place == 1 || legs.get(place - 2).start() < first.start() - QUIET;
        boolean nothingAfter = place + 1 == legs.size()
                || !legs.get(place + 1).timed()
                || legs.get(place + 1).start() > next.start() + QUIET;
        return nothingBefore && nothingAfter && first.file() == next.file();
    }

    private Collection<LegTraits> lately(String key) {
        Collection<LegTraits> same = recent.get(key);
        return same == null ? List.of() : same;
    }

    private void add(LegTraits leg, String key) {
        Deque<LegTraits> same = recent.computeIfAbsent(key, _ -> new ArrayDeque<>(2));
        same.addLast(leg);
        if (same.size() > MOST_NEIGHBORS) {
            same.removeFirst();
        }
    }
}
