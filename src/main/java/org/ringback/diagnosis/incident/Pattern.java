package org.ringback.diagnosis.incident;

import java.util.List;
import org.ringback.diagnosis.finding.Kind;

/** Looks for one thing over all calls. Its work grows with their number and no faster. */
interface Pattern {

    /** All that it may find. */
    List<Kind> kinds();

    List<Incident> in(Traffic traffic);
}
