package org.ringback.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds calls that are legs of one call through a B2BUA. It only says so: calls are never merged. */
public final class LegLinks {

    private final Map<Call, LegLink> above = new HashMap<>();
    private final Map<Call, List<LegLink>> below = new HashMap<>();
    private final Map<Call, List<LegLink>> links = new HashMap<>();

    private LegLinks() {}

    private LegLinks(Map<LegTraits, LegLink> chosen, List<LegPair> pairs) {
        chosen.values().forEach(link -> {
            above.put(link.other(), link);
            below.computeIfAbsent(link.one(), _ -> new ArrayList<>(1)).add(link);
        });
        LegFamilies.links(chosen, pairs).forEach(this::add);
        links.replaceAll((_, own) -> own.stream()
                .sorted((one, other) -> one.confidence().compareTo(other.confidence()))
                .toList());
    }

    /**
     * Of all calls that were captured; reads the INVITE of each. A leg stands below one other at most: among several that
     * may be it, the one that fits best.
     */
    public static LegLinks of(List<Call> calls) {
        List<Call> invited = calls.stream()
                .filter(call -> call.kind() == CallKind.CALL && call.opening().request("INVITE"))
                .toList();
        List<LegTraits> legs = read(invited, LegClocks.RIGHT);
        LegClocks clocks = LegClocks.of(legs);
        if (!clocks.right()) {
            List<LegTraits> corrected = read(invited, clocks).stream()
                    .sorted(Comparator.comparing((LegTraits leg) -> !leg.timed())
                            .thenComparingLong(LegTraits::start))
                    .toList();
            legs = IntStream.range(0, corrected.size())
                    .mapToObj(place -> corrected.get(place).at(place))
                    .toList();
        }
        List<LegPair> pairs = LegPairs.of(legs);
        return new LegLinks(LegChoice.among(pairs, legs), pairs);
    }

    private static List<LegTraits> read(List<Call> calls, LegClocks clocks) {
        var legs = new LegTraits[calls.size()];
        IntStream.range(0, legs.length)
                .parallel()
                .forEach(order -> legs[order] = LegTraits.of(calls.get(order), order, clocks));
        return List.of(legs);
    }

    /** Only those between calls that stand together. */
    public LegLinks within(LegTree standing) {
        var left = new LegLinks();
        above.forEach((call, link) -> {
            if (standing.joins(link)) {
                left.above.put(call, link);
            }
        });
        keep(below, standing, left.below);
        keep(links, standing, left.links);
        return left;
    }

    private static void keep(Map<Call, List<LegLink>> all, LegTree standing, Map<Call, List<LegLink>> left) {
        all.forEach((call, own) ->
                left.put(call, own.stream().filter(standing::joins).toList()));
    }

    private void add(LegLink link) {
        links.computeIfAbsent(link.one(), _ -> new ArrayList<>(2)).add(link);
        links.computeIfAbsent(link.other(), _ -> new ArrayList<>(2)).add(link);
    }

    /**
     * Links a call with all other legs of the same call, the most certain first. Legs that have nothing in common themselves
     * are linked by what links them least surely with a third one; of very many legs such are left out.
     */
    public List<LegLink> of(Call call) {
        return links.getOrDefault(call, List.of());
    }

    /** Links a call with the leg that brought it about: the next one on the way to the caller. */
    public Optional<LegLink> above(Call call) {
        return Optional.ofNullable(above.get(call));
    }

    /** Links a call with the legs that it brought about, in order of their start. */
    public List<LegLink> below(Call call) {
        return Collections.unmodifiableList(below.getOrDefault(call, List.of()));
    }
}
