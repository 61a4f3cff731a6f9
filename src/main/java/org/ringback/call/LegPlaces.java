package org.ringback.call;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.call.LegLink.Reason;

/**
 * Where legs arrive and begin that are taken for two sides of one system with an address on each. If it is one, nearly every call
 * that arrives at the one address goes on at the other; of calls that have but a number in common only some do so, by chance.
 */
final class LegPlaces {

    /** Calls may be turned away, or go on by another address. */
    private static final double MOST = 0.7;

    /** Of fewer, chance is rare. */
    private static final int FEW = 2;

    /** A number in no more legs than these is of one call, or of one person who calls again. */
    private static final int SELDOM = 8;

    private final Map<String, Integer> named = new HashMap<>();
    private final Tally arriving = new Tally();
    private final Tally beginning = new Tally();

    /** How many legs there are at an address, and how many of them are linked with one at another address. */
    private static final class Tally {
        private final Map<String, Integer> all = new HashMap<>();
        private final Map<String, Integer> linked = new HashMap<>();

        boolean few(String host) {
            return all.getOrDefault(host, 0) <= FEW;
        }

        boolean nearlyAll(String host) {
            return linked.getOrDefault(host, 0) >= MOST * all.getOrDefault(host, 0);
        }
    }

    /**
     * @param legs all of them
     * @param chosen what links them
     */
    LegPlaces(List<LegTraits> legs, Collection<LegPair> chosen) {
        Set<LegTraits> meeting = new HashSet<>();
        Set<LegTraits> met = new HashSet<>();
        Set<LegTraits> goingOn = new HashSet<>();
        for (LegPair pair : chosen) {
            if (pair.continued()) {
                meeting.add(pair.first());
                met.add(pair.next());
            } else {
                beginning.linked.merge(pair.next().client().host(), 1, Integer::sum);
                if (goingOn.add(pair.first())) {
                    arriving.linked.merge(pair.first().server().host(), 1, Integer::sum);
                }
            }
        }
        for (LegTraits leg : legs) {
            leg.named().forEach(key -> named.merge(key, 1, Integer::sum));
            if (!meeting.contains(leg)) {
                arriving.all.merge(leg.server().host(), 1, Integer::sum);
            }
            if (!met.contains(leg)) {
                beginning.all.merge(leg.client().host(), 1, Integer::sum);
            }
        }
    }

    /** Whether only a number that many calls have speaks for a pair, and few others for its two addresses being of one system. */
    boolean byChance(LegPair pair) {
        String role = pair.reason() == Reason.SAME_CALLER ? "from " : "to ";
        boolean oneNumber = pair.reason() == Reason.SAME_CALLER || pair.reason() == Reason.SAME_CALLEE;
        return oneNumber
                && !pair.continued()
                && named.getOrDefault(role + CallNumber.key(pair.evidence()), 0) > SELDOM
                && !ofOneSystem(pair);
    }

    private boolean ofOneSystem(LegPair pair) {
        String arrival = pair.first().server().host();
        String begun = pair.next().client().host();
        return arriving.few(arrival)
                || beginning.few(begun)
                || arriving.nearlyAll(arrival)
                || beginning.nearlyAll(begun);
    }
}
