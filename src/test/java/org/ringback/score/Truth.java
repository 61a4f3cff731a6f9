package org.ringback.score;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ringback.diagnosis.finding.Finding;

/**
 * What ought to be said of calls whose cause is known.
 *
 * @param fault the kind of fault in a few words; {@link #HEALTHY} if there is none
 * @param cause what went wrong, in a sentence
 * @param right ids of findings that name the cause
 * @param words what the English words of a finding that names the cause hold, where the id alone does not tell
 * @param near ids of findings that say half of it
 * @param alsoTrue ids of findings that are true as well, and not the cause
 * @param origin the host that said so first, where that is asked
 */
record Truth(
        String fault,
        String cause,
        Set<String> right,
        Optional<Pattern> words,
        Set<String> near,
        Set<String> alsoTrue,
        Optional<String> origin) {

    static final String HEALTHY = "healthy";

    boolean healthy() {
        return fault.equals(HEALTHY);
    }

    /** Whether a finding names the cause. */
    boolean names(Finding finding, String english) {
        return right.contains(finding.kind().id())
                || words.filter(pattern -> pattern.matcher(english).find()).isPresent();
    }

    /** Whether a finding may be said of these calls at all. */
    boolean allows(Finding finding, String english) {
        String id = finding.kind().id();
        return names(finding, english) || near.contains(id) || alsoTrue.contains(id);
    }
}
