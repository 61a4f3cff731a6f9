package org.ringback.diagnosis.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringback.handbook.Reference;

/**
 * What can be found. Its words stand under its id in {@code diagnosis/findings_<language>.json}; what is said of one kind is
 * always the same sentences, so two cases that need other sentences are two kinds.
 *
 * @param id words with hyphens, for example {@code wrong-password}
 * @param places names of the values that its words may hold as {@code {name}}
 * @param betterSaidBy ids of kinds beside which it is not said: they tell the same about the same messages, and more
 * @param stepsAside whether what others say in general about the same message stands beside it
 * @param settles whether who was refused got what they asked for all the same, so that nothing failed
 */
public record Kind(
        String id,
        Weight weight,
        Reference reference,
        Set<String> places,
        Set<String> betterSaidBy,
        boolean stepsAside,
        boolean settles) {

    public Kind {
        places = Set.copyOf(places);
        betterSaidBy = Set.copyOf(betterSaidBy);
    }

    /**
     * Describes a kind in one line.
     *
     * @param section of the RFC, or {@code null} for the whole document
     */
    public static Kind of(String id, Weight weight, int rfc, String section, String... places) {
        return new Kind(id, weight, new Reference(rfc, section), Set.of(places), Set.of(), false, false);
    }

    /** The same kind, which is left out where also one of these is found out about one of its messages. */
    public Kind unless(String... ids) {
        Set<String> all = new HashSet<>(betterSaidBy);
        all.addAll(List.of(ids));
        return new Kind(id, weight, reference, places, all, stepsAside, settles);
    }

    /** The same kind, which shows that a refusal was no failure. */
    public Kind settling() {
        return new Kind(id, weight, reference, places, betterSaidBy, stepsAside, true);
    }

    /** The same kind, which does not push aside what is said in general. */
    public Kind besideOthers() {
        return new Kind(id, weight, reference, places, betterSaidBy, true, settles);
    }
}
