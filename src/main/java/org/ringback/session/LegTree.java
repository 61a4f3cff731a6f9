package org.ringback.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.Call;
import org.ringback.call.LegLink;
import org.ringback.call.LegLink.Confidence;
import org.ringback.call.LegLinks;

/**
 * Which calls stand together because they are legs of one: each later leg below the earlier one with which it has most in
 * common. Immutable.
 */
final class LegTree {

    static final LegTree NONE = new LegTree(Map.of());

    private final Map<CallRow, Leg> legs;
    private final Map<CallRow, List<CallRow>> below = new HashMap<>();

    private LegTree(Map<CallRow, Leg> legs) {
        this.legs = legs;
        legs.forEach((later, leg) ->
                below.computeIfAbsent(leg.earlier(), _ -> new ArrayList<>()).add(later));
        below.values().forEach(later -> later.sort(CallOrder.BY_START.comparator()));
    }

    /** Of rows in order of their start. */
    static LegTree of(List<CallRow> rows, LegLinks links) {
        Map<Call, CallRow> earlier = new HashMap<>();
        Map<CallRow, Leg> legs = new HashMap<>();
        Set<CallRow> guessed = new HashSet<>();
        for (CallRow row : rows) {
            for (LegLink link : links.of(row.call())) {
                CallRow other = earlier.get(link.otherThan(row.call()));
                // Load tests have thousands of calls alike: what may be chance makes pairs, never a chain.
                boolean guess = link.confidence() == Confidence.LOW;
                if (other != null && !(guess && guessed.contains(other))) {
                    legs.put(row, new Leg(other, link));
                    if (guess) {
                        guessed.add(row);
                        guessed.add(other);
                    }
                    break;
                }
            }
            earlier.put(row.call(), row);
        }
        return new LegTree(legs);
    }

    /** The same without the links of some later legs. */
    LegTree without(Set<CallRow> unlinked) {
        Map<CallRow, Leg> left = new HashMap<>(legs);
        left.keySet().removeAll(unlinked);
        return new LegTree(left);
    }

    /** How this leg is linked to an earlier one. */
    Optional<Leg> leg(CallRow later) {
        return Optional.ofNullable(legs.get(later));
    }

    boolean isEmpty() {
        return legs.isEmpty();
    }

    /** All legs of which this is one: itself first, the others as they stand in the list. */
    List<CallRow> together(CallRow row) {
        CallRow first = row;
        while (legs.containsKey(first)) {
            first = legs.get(first).earlier();
        }
        List<CallRow> all = new ArrayList<>();
        all.add(row);
        collect(first, row, all);
        return all;
    }

    private void collect(CallRow at, CallRow open, List<CallRow> all) {
        if (at != open) {
            all.add(at);
        }
        below.getOrDefault(at, List.of()).forEach(later -> collect(later, open, all));
    }

    /** A later leg's link to an earlier one. */
    record Leg(CallRow earlier, LegLink link) {}
}
