package org.ringback.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Links all legs of one call with each other, also those that are linked through a third one only. */
final class LegFamilies {

    /** Of more legs only those are linked that have something in common themselves: their pairs are too many. */
    private static final int LARGEST = 32;

    private final Map<LegTraits, LegLink> above;
    private final Map<List<Call>, LegLink> said = new HashMap<>();
    private final Map<Call, LegLink> byLower = new HashMap<>();

    private LegFamilies(Map<LegTraits, LegLink> above, List<LegPair> pairs) {
        this.above = above;
        above.values().forEach(link -> byLower.put(link.other(), link));
        for (LegPair pair : pairs) {
            if (pair.confidence() == LegLink.Confidence.HIGH) {
                said.putIfAbsent(List.of(pair.first().call(), pair.next().call()), pair.link(pair.confidence()));
            }
        }
    }

    /**
     * All links between the legs of each call.
     *
     * @param above by the lower leg, in order of their start
     * @param pairs what else legs have in common
     */
    static List<LegLink> links(Map<LegTraits, LegLink> above, List<LegPair> pairs) {
        var families = new LegFamilies(above, pairs);
        List<LegLink> all = new ArrayList<>(above.values());
        for (List<Call> family : families.all()) {
            if (family.size() > 2 && family.size() <= LARGEST) {
                families.addOthers(family, all);
            }
        }
        return all;
    }

    private Iterable<List<Call>> all() {
        Map<Call, Call> beginnings = new HashMap<>();
        Map<Call, List<Call>> families = new LinkedHashMap<>();
        above.values().forEach(link -> {
            Call beginning = beginnings.getOrDefault(link.one(), link.one());
            beginnings.put(link.other(), beginning);
            families.computeIfAbsent(beginning, first -> new ArrayList<>(List.of(first)))
                    .add(link.other());
        });
        return families.values();
    }

    private void addOthers(List<Call> family, List<LegLink> all) {
        for (int i = 0; i < family.size(); i++) {
            for (int j = i + 1; j < family.size(); j++) {
                Call one = family.get(i);
                Call other = family.get(j);
                if (!adjacent(one, other) && !adjacent(other, one)) {
                    LegLink weakest = weakest(one, other);
                    all.add(said.getOrDefault(
                            List.of(one, other),
                            new LegLink(one, other, weakest.reason(), weakest.confidence(), weakest.evidence())));
                }
            }
        }
    }

    private boolean adjacent(Call upper, Call lower) {
        return byLower.containsKey(lower) && byLower.get(lower).one() == upper;
    }

    /** The least sure of the links that lead from one leg to the other. */
    private LegLink weakest(Call one, Call other) {
        List<LegLink> up = way(one);
        List<LegLink> down = way(other);
        while (!up.isEmpty() && !down.isEmpty() && up.getLast().equals(down.getLast())) {
            up.removeLast();
            down.removeLast();
        }
        up.addAll(down);
        return up.stream()
                .reduce((weak, next) -> next.confidence().compareTo(weak.confidence()) > 0 ? next : weak)
                .orElseThrow();
    }

    private List<LegLink> way(Call leg) {
        List<LegLink> way = new ArrayList<>();
        for (LegLink link = byLower.get(leg); link != null; link = byLower.get(link.one())) {
            way.add(link);
        }
        return way;
    }
}
