package org.ringback.session;

import java.util.List;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Weight;

/**
 * What was found out about a call, as far as it fits a row.
 *
 * @param heaviest of the findings, or {@code null} if there are none
 */
public record FindingMark(Weight heaviest, int findings) {

    /** Nobody has looked yet. */
    public static final FindingMark PENDING = new FindingMark(null, -1);

    private static final FindingMark NOTHING = new FindingMark(null, 0);

    /** Sums findings up, the heaviest of which comes first. */
    static FindingMark of(List<Finding> findings) {
        return findings.isEmpty()
                ? NOTHING
                : new FindingMark(findings.getFirst().kind().weight(), findings.size());
    }

    /** Whether something went wrong. */
    public boolean problem() {
        return heaviest != null && heaviest.needsCare();
    }
}
