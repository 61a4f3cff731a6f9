package org.ringback.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which calls stand together because they are legs of one: each later one below an earlier one, as {@link LegLinks} say.
 * Immutable.
 */
public final class LegTree {

    /** Of calls that all stand alone. */
    public static final LegTree NONE = new LegTree(Map.of());

    /** By the later leg, in order of their start. */
    private final Map<Call, LegLink> links;

    private final Map<Call, List<Call>> below = new HashMap<>();
    /** The leg with which the call of each later leg began: somebody may write a chain of any length. */
    private final Map<Call, Call> beginnings = new HashMap<>();

    private LegTree(Map<Call, LegLink> found) {
        this.links = new LinkedHashMap<>(found);
        found.forEach((later, link) -> {
            Call beginning = first(link.otherThan(later));
            if (beginning == later) {
                links.remove(later);
            } else {
                beginnings.put(later, beginning);
                below.computeIfAbsent(link.otherThan(later), _ -> new ArrayList<>())
                        .add(later);
            }
        });
    }

    /** Of calls in order of their start. */
    public static LegTree of(List<Call> calls, LegLinks found) {
        Map<Call, LegLink> links = new LinkedHashMap<>();
        Set<Call> placed = new HashSet<>();
        for (Call call : calls) {
            place(call, found, links, placed);
        }
        return new LegTree(links);
    }

    /** Where clocks differ the leg that brought about another one may begin after it: then it stands below it. */
    private static void place(Call call, LegLinks found, Map<Call, LegLink> links, Set<Call> placed) {
        List<LegLink> way = new ArrayList<>();
        Call at = call;
        while (placed.add(at)) {
            Optional<LegLink> above = found.above(at);
            if (above.isEmpty()) {
                way.forEach(link -> links.put(link.one(), link));
                return;
            }
            way.add(above.get());
            at = above.get().one();
        }
        way.reversed().forEach(link -> links.put(link.other(), link));
    }

    /** The same without the links of some later legs. */
    public LegTree without(Set<Call> unlinked) {
        Map<Call, LegLink> left = new LinkedHashMap<>(links);
        left.keySet().removeAll(unlinked);
        return new LegTree(left);
    }

    /**
     * The same of calls that these have become, as far as they still have something in common.
     *
     * @param became what there is of each call now; some may be missing
     * @param found between the calls of now
     */
    public LegTree of(Map<Call, Call> became, LegLinks found) {
        Map<Call, LegLink> now = new LinkedHashMap<>();
        links.forEach((later, link) -> {
            Call call = became.get(later);
            Call other = became.get(link.otherThan(later));
            if (call != null && other != null) {
                found.of(call).stream()
                        .filter(same -> same.otherThan(call) == other)
                        .findFirst()
                        .ifPresent(same -> now.put(call, same));
            }
        });
        return new LegTree(now);
    }

    public boolean isEmpty() {
        return links.isEmpty();
    }

    /** How this leg is linked to the earlier one below which it stands. */
    public Optional<LegLink> link(Call later) {
        return Optional.ofNullable(links.get(later));
    }

    /** Whether both ends of a link are legs of the same call. */
    boolean joins(LegLink link) {
        return first(link.one()) == first(link.other());
    }

    private Call first(Call leg) {
        return beginnings.getOrDefault(leg, leg);
    }

    /** All legs of which this is one: itself first, then each with those below it, in order of their start. */
    public List<Call> together(Call leg) {
        List<Call> all = new ArrayList<>();
        all.add(leg);
        for (Call one : inTree(first(leg))) {
            if (one != leg) {
                all.add(one);
            }
        }
        return all;
    }

    /** A leg and all below it, each with those below it. */
    private List<Call> inTree(Call top) {
        List<Call> all = new ArrayList<>();
        Deque<Call> next = new ArrayDeque<>(List.of(top));
        while (!next.isEmpty()) {
            Call leg = next.pop();
            all.add(leg);
            below.getOrDefault(leg, List.of()).reversed().forEach(next::push);
        }
        return all;
    }

    /**
     * Puts legs of one call together; those that are not given are left out.
     *
     * @param calls in order of their start, as are what they make
     */
    public List<JointCall> joined(Collection<Call> calls) {
        Map<Call, List<Call>> together = new LinkedHashMap<>();
        calls.forEach(call ->
                together.computeIfAbsent(first(call), _ -> new ArrayList<>()).add(call));
        return together.values().stream().map(this::jointCall).toList();
    }

    /** The call of which this is a leg, with all its legs. */
    public JointCall joint(Call leg) {
        List<Call> all = inTree(first(leg));
        all.sort(Call.BY_START);
        return jointCall(all);
    }

    private JointCall jointCall(List<Call> legs) {
        Map<Call, LegLink> own = new HashMap<>();
        legs.stream().skip(1).forEach(leg -> link(leg).ifPresent(link -> own.put(leg, link)));
        return new JointCall(legs, own);
    }
}
