package org.ringback.report;

import java.util.List;
import org.ringback.call.Call;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Weight;

/**
 * A call with what was found out about it.
 *
 * @param findings the heaviest first
 */
public record Diagnosed(Call call, List<Finding> findings) {

    public Diagnosed {
        findings = List.copyOf(findings);
    }

    /** Whether someone did not get what they asked for. */
    public boolean failed() {
        return call.outcome().failed() || has(Weight.FAILURE);
    }

    /** Whether there is something to do about it. */
    public boolean needsCare() {
        return failed() || has(Weight.TROUBLE);
    }

    private boolean has(Weight weight) {
        return findings.stream().anyMatch(finding -> finding.kind().weight() == weight);
    }
}
