package org.ringback.diagnosis;

import java.util.List;
import org.ringback.call.Call;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Weight;

/**
 * A call with what was found out about it.
 *
 * @param findings the heaviest first
 * @param brokenRules how many rules broke off because of a mistake in them, so that something may be missing
 */
public record Diagnosed(Call call, List<Finding> findings, int brokenRules) {

    public Diagnosed {
        findings = List.copyOf(findings);
    }

    /** Whether someone did not get what they asked for. */
    public boolean failed() {
        return refused() || findings.stream().anyMatch(finding -> finding.kind().weight() == Weight.FAILURE);
    }

    /** Whether there is something to do about it. */
    public boolean needsCare() {
        return refused()
                || findings.stream().anyMatch(finding -> finding.kind().weight().needsCare());
    }

    /** Whether it was refused, and nothing shows that this was no failure. */
    public boolean refused() {
        return call.outcome().failed()
                && findings.stream().noneMatch(finding -> finding.kind().settles());
    }
}
