package org.ringback.diagnosis.incident;

import java.util.List;

/**
 * What struck several calls.
 *
 * @param incidents the heaviest first
 * @param broken how many patterns broke off because of a mistake in them, so that something may be missing
 */
public record CommonCauses(List<Incident> incidents, int broken) {

    /** While nothing is known yet. */
    public static final CommonCauses NONE = new CommonCauses(List.of(), 0);

    public CommonCauses {
        incidents = List.copyOf(incidents);
    }
}
