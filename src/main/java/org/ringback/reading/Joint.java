package org.ringback.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.call.Call;
import org.ringback.call.JointCall;
import org.ringback.call.Message;
import org.ringback.diagnosis.Diagnosed;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;

/**
 * A call with what was found out about each of its legs.
 *
 * @param legs in the order in which the call has them
 */
public record Joint(JointCall call, List<Diagnosed> legs) {

    public Joint {
        legs = List.copyOf(legs);
    }

    /**
     * What was found out about a leg, or the same about several.
     *
     * @param legs in the order in which the call has them
     */
    public record LegFinding(List<Call> legs, Finding finding) {

        /** What all of these legs show; who said it is told by the last leg that saw it passed on. */
        private static LegFinding together(List<LegFinding> same) {
            LegFinding first = same.getFirst();
            if (same.size() == 1) {
                return first;
            }
            Set<Message> evidence = new LinkedHashSet<>();
            same.forEach(one -> evidence.addAll(one.finding.evidence()));
            return new LegFinding(
                    same.stream().flatMap(one -> one.legs.stream()).toList(),
                    new Finding(
                            first.finding.kind(),
                            same.stream()
                                    .map(one -> one.finding.certainty())
                                    .min(Comparator.naturalOrder())
                                    .orElseThrow(),
                            List.copyOf(evidence),
                            same.stream()
                                    .flatMap(one -> one.finding.sightings().stream())
                                    .distinct()
                                    .toList(),
                            same.reversed().stream()
                                    .limit(same.size() - 1L)
                                    .map(one -> one.finding.origin())
                                    .filter(origin -> origin.filter(
                                                    told -> !told.relayedBy().isEmpty())
                                            .isPresent())
                                    .findFirst()
                                    .orElse(first.finding.origin()),
                            first.finding.values()));
        }
    }

    /** What makes findings of several legs the same; one that a leg has twice is not. */
    private record Same(Kind kind, Map<String, Value> values, int occurrence) {}

    /** Whether there is something to do about any of its legs. */
    public boolean needsCare() {
        return legs.stream().anyMatch(Diagnosed::needsCare);
    }

    /** How many rules broke off, counted for each leg. */
    public int brokenRules() {
        return legs.stream().mapToInt(Diagnosed::brokenRules).sum();
    }

    /** What is said in general of a refusal that came from another leg, where that leg says more about it. */
    private static boolean knownBetter(Finding finding, List<LegFinding> all) {
        return Diagnosis.general(finding)
                && finding.origin()
                        .filter(Origin::elsewhere)
                        .filter(who -> all.stream()
                                .map(LegFinding::finding)
                                .anyMatch(other -> !Diagnosis.general(other)
                                        && other.kind()
                                                        .weight()
                                                        .compareTo(
                                                                finding.kind().weight())
                                                <= 0
                                        && other.evidence().contains(who.answer())))
                        .isPresent();
    }

    /** Of all legs, each once: the heaviest first, those that weigh the same by their legs. */
    public List<LegFinding> findings() {
        Map<Same, List<LegFinding>> all = new LinkedHashMap<>();
        for (Diagnosed leg : legs) {
            Map<Same, Integer> occurrences = new HashMap<>();
            for (Finding finding : leg.findings()) {
                int occurrence = occurrences.merge(new Same(finding.kind(), finding.values(), 0), 1, Integer::sum);
                all.computeIfAbsent(new Same(finding.kind(), finding.values(), occurrence), _ -> new ArrayList<>())
                        .add(new LegFinding(List.of(leg.call()), finding));
            }
        }
        List<LegFinding> together =
                all.values().stream().map(LegFinding::together).toList();
        return together.stream()
                .filter(found -> !knownBetter(found.finding(), together))
                .sorted(Comparator.comparing(found -> found.finding().kind().weight()))
                .toList();
    }
}
