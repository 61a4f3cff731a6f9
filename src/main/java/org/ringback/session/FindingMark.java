package org.ringback.session;

import java.util.List;
import java.util.Optional;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.flow.MediaWays;

/**
 * What was found out about a call, as far as it fits a row.
 *
 * @param heaviest of the findings, or {@code null} if there are none
 * @param settled whether a finding says that a refusal was no failure
 * @param media which ways its media were captured; empty if there is nothing to tell of it
 */
public record FindingMark(Weight heaviest, int findings, boolean settled, Optional<MediaWays> media) {

    /** Nobody has looked yet. */
    public static final FindingMark PENDING = new FindingMark(null, -1, false, Optional.empty());

    /** Sums findings up, the heaviest of which comes first. */
    static FindingMark of(List<Finding> findings, Optional<MediaWays> media) {
        Weight heaviest = findings.isEmpty() ? null : findings.getFirst().kind().weight();
        boolean settled = findings.stream().anyMatch(finding -> finding.kind().settles());
        return new FindingMark(heaviest, findings.size(), settled, media);
    }

    /** Whether something went wrong. */
    public boolean problem() {
        return heaviest != null && heaviest.needsCare();
    }
}
