package org.ringback.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringback.call.Call;
import org.ringback.call.Message;

/** Lets every rule look at a call. */
public final class Diagnosis {

    private static final Comparator<Finding> HEAVIEST_FIRST = Comparator.comparing(
                    (Finding finding) -> finding.kind().weight())
            .thenComparing(Finding::certainty);

    private Diagnosis() {}

    /** What can be said about a call, the heaviest and surest first; empty if there is nothing to say. */
    public static List<Finding> of(Call call, Circumstances circumstances) {
        var examined = new Case(call, circumstances);
        List<Finding> findings = new ArrayList<>();
        List<Finding> general = new ArrayList<>();
        for (Rule rule : Rules.ALL) {
            rule.examine(examined, rule.general() ? general::add : findings::add);
        }
        Set<Message> explained = new HashSet<>();
        findings.stream()
                .filter(finding -> finding.kind().weight() == Weight.FAILURE || finding.kind().weight() == Weight.NORMAL)
                .forEach(finding -> explained.addAll(finding.evidence()));
        general.stream()
                .filter(finding -> finding.evidence().stream().noneMatch(explained::contains))
                .forEach(findings::add);
        findings.sort(HEAVIEST_FIRST);
        return List.copyOf(findings);
    }

    /** Every kind of finding there is. */
    public static List<Kind> kinds() {
        return Rules.kinds();
    }
}
