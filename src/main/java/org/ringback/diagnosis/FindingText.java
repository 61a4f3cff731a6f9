package org.ringback.diagnosis;

import java.util.List;

/**
 * A finding in words of one language.
 *
 * @param title what went wrong, in a few words without a full stop
 * @param what what happened, whole sentences
 * @param remedy what to do now, in order
 * @param disproof what would show that it is otherwise
 * @param filled whether some of it stands in English because the language lacks it
 */
public record FindingText(String title, String what, List<String> remedy, String disproof, boolean filled) {

    public FindingText {
        remedy = List.copyOf(remedy);
    }
}
