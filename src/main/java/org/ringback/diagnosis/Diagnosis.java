package org.ringback.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringback.call.Call;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Circumstances;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.diagnosis.rule.Rules;

/** Lets every rule look at a call. */
public final class Diagnosis {

    private static final Comparator<Finding> HEAVIEST_FIRST =
            Comparator.comparing((Finding finding) -> finding.kind().weight()).thenComparing(Finding::certainty);

    /** What happens again and again in one call need not be said more often. */
    private static final int OFTEN = 8;

    private Diagnosis() {}

    /** What can be said about a call, the heaviest and surest first; empty if there is nothing to say. */
    public static List<Finding> of(Call call, Circumstances circumstances) {
        var examined = new Case(call, circumstances);
        List<Finding> findings = new ArrayList<>();
        List<Finding> general = new ArrayList<>();
        Map<Kind, Integer> told = new HashMap<>();
        for (Rule rule : Rules.ALL) {
            List<Finding> found = rule.general() ? general : findings;
            rule.examine(examined, finding -> {
                if (told.merge(finding.kind(), 1, Integer::sum) <= OFTEN) {
                    found.add(finding);
                }
            });
        }
        List<Finding> all = List.copyOf(findings);
        findings.removeIf(finding -> all.stream().anyMatch(other -> saysItBetter(other, finding)));
        general.removeIf(finding -> findings.stream().anyMatch(special -> saysMore(special, finding)));
        findings.addAll(general);
        findings.sort(HEAVIEST_FIRST);
        return List.copyOf(findings);
    }

    private static boolean saysItBetter(Finding other, Finding finding) {
        return finding.kind().betterSaidBy().contains(other.kind().id())
                && !Collections.disjoint(other.evidence(), finding.evidence());
    }

    /** A remark beside a failure does not explain it, but what explains a message may also say that it is harmless. */
    private static boolean saysMore(Finding special, Finding general) {
        Weight weight = special.kind().weight();
        return (weight == Weight.NORMAL || weight.compareTo(general.kind().weight()) <= 0)
                && special.evidence().contains(general.evidence().getFirst());
    }

    /** Every kind of finding there is. */
    public static List<Kind> kinds() {
        return Rules.kinds();
    }
}
