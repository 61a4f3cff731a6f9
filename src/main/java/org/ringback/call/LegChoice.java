package org.ringback.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.ringback.call.LegLink.Confidence;
import org.ringback.call.LegLink.Reason;

/**
 * Chooses among legs that may belong together, the best pair first. A leg has one other above it; several below the same one
 * are less likely than one for each.
 */
final class LegChoice {

    /** What a pair loses if the upper leg has another one below it already. */
    private static final double FORK = 3;

    /** The same for phones that one caller makes ring at once, or one after the other. */
    private static final double IN_GROUP = 1;

    /** What fits better by less than that may as well be chance. */
    private static final double CLEARLY = 1.5;

    /** No B2BUA rings so many phones for one call; in a file that says so the other legs stand alone. */
    static final int MOST_LEGS = 500;

    /** Phones that ring together are called one right after the other. Microseconds. */
    private static final long AT_ONCE = 50_000;

    /** A phone whose turn it is is called when the one before has failed. Microseconds. */
    private static final long TURN = 200_000;

    /** So far up it is looked whether the caller is the same. */
    private static final int DEEPEST = 16;

    private static final Comparator<LegPair> BEST_FIRST = Comparator.comparingDouble(LegPair::score)
            .thenComparingInt(pair -> pair.first().order())
            .reversed()
            .thenComparingInt(pair -> pair.next().order());

    private final Map<LegTraits, List<LegPair>> below = new HashMap<>();
    private final Map<LegTraits, LegPair> above = new HashMap<>();
    private final Map<LegTraits, List<LegPair>> candidates = new HashMap<>();

    private LegChoice() {}

    /**
     * By the lower leg of each, in order of their start.
     *
     * @param legs all of them
     */
    static Map<LegTraits, LegLink> among(List<LegPair> pairs, List<LegTraits> legs) {
        var choice = new LegChoice();
        pairs.forEach(pair -> choice.candidates
                .computeIfAbsent(pair.next(), _ -> new ArrayList<>())
                .add(pair));
        // Legs of a system with two addresses do not meet in one: they stand where nothing else does.
        choice.choose(pairs.stream()
                .filter(pair -> pair.continued() && !pair.onlyBesideOthers() && !pair.onlyAfterOthers())
                .toList());
        choice.addAfter(pairs.stream()
                .filter(pair -> pair.onlyAfterOthers() || pair.onlyBesideOthers())
                .toList());
        choice.addBeside(pairs.stream()
                .filter(pair -> pair.reason() == Reason.SAME_TIMES)
                .toList());
        choice.choose(pairs.stream().filter(pair -> !pair.continued()).toList());
        choice.leaveChance(new LegPlaces(legs, choice.above.values()));
        return choice.links();
    }

    private void choose(List<LegPair> pairs) {
        var queue = new PriorityQueue<LegPair>(Math.max(1, pairs.size()), BEST_FIRST);
        queue.addAll(pairs);
        Set<LegPair> lessened = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!queue.isEmpty()) {
            LegPair best = queue.poll();
            if (above.containsKey(best.next()) || (!best.continued() && !stands(best))) {
                continue;
            }
            List<LegPair> others = below.getOrDefault(best.first(), List.of());
            if (best.confidence() == Confidence.HIGH || others.isEmpty() || lessened.contains(best)) {
                take(best);
            } else if (forks(best, others)) {
                LegPair less = best.less(ofGroup(best, others) ? IN_GROUP : FORK);
                // What a member of a group says goes no further: the next one is tried.
                if (less.score() > (best.reason() == Reason.SAME_GROUP ? LegFit.AFTER_OTHERS : 0)) {
                    lessened.add(less);
                    queue.add(less);
                }
            }
        }
    }

    /** What may be chance makes pairs only, unless several phones are called at once: load tests have thousands of calls alike. */
    private static boolean forks(LegPair best, List<LegPair> others) {
        return (best.confidence() != Confidence.LOW
                        || best.alike() > 0
                        || atOnce(best, others)
                        || ofGroup(best, others))
                && others.stream()
                        .noneMatch(other -> sameServer(other.next(), best.next()) && !over(other.next(), best.next()));
    }

    /** Where a log tells no addresses, nothing shows that two legs go to the same one. */
    private static boolean sameServer(LegTraits one, LegTraits other) {
        return !one.server().host().isEmpty() && one.server().equals(other.server());
    }

    private static boolean oneAfterTheOther(LegPair one, LegPair other) {
        return over(one.next(), other.next()) || over(other.next(), one.next());
    }

    private static boolean ofGroup(LegPair best, List<LegPair> others) {
        return best.continued()
                && (best.reason() == Reason.SAME_CALLER || best.reason() == Reason.SAME_GROUP)
                && (atOnce(best, others) || others.stream().allMatch(other -> oneAfterTheOther(best, other)));
    }

    private static boolean atOnce(LegPair pair, List<LegPair> others) {
        return others.stream()
                .anyMatch(other -> Math.abs(other.next().start() - pair.next().start()) < AT_ONCE);
    }

    /** Phones that were called right beside others for the same call. */
    private void addBeside(List<LegPair> pairs) {
        for (LegPair pair : pairs.stream().sorted(BEST_FIRST).toList()) {
            List<LegPair> others = below.getOrDefault(pair.first(), List.of());
            if (!above.containsKey(pair.next()) && atOnce(pair, others) && forks(pair, others)) {
                take(pair);
            }
        }
    }

    /** Phones that were called right after others had failed for the same call. */
    private void addAfter(List<LegPair> pairs) {
        pairs.stream()
                .sorted(Comparator.comparingInt(pair -> pair.next().order()))
                .forEach(pair -> {
                    List<LegPair> others = below.getOrDefault(pair.first(), List.of());
                    if (!above.containsKey(pair.next())
                            && others.stream().anyMatch(other -> rightAfter(other.next(), pair.next()))
                            && others.stream().allMatch(other -> oneAfterTheOther(other, pair))) {
                        take(pair);
                    }
                });
    }

    private static boolean rightAfter(LegTraits leg, LegTraits next) {
        long since = next.start() - TURN;
        return over(leg, next)
                && ((leg.heard().refused() && leg.heard().refusal() >= since)
                        || (leg.heard().canceled() && leg.heard().cancel() >= since));
    }

    /** Whether a leg had failed when another one began. */
    private static boolean over(LegTraits leg, LegTraits next) {
        return (leg.heard().refused() && leg.heard().refusal() <= next.start())
                || (leg.heard().canceled() && leg.heard().cancel() <= next.start());
    }

    /** Whether legs that do not meet may belong together: their caller does not just call once more. */
    private boolean stands(LegPair apart) {
        LegTraits leg = apart.first();
        if (apart.confidence() == Confidence.LOW) {
            return !above.containsKey(leg) && !below.containsKey(leg) && !below.containsKey(apart.next());
        }
        for (int depth = 0; depth < DEEPEST && above.containsKey(leg); depth++) {
            leg = above.get(leg).first();
            if (!LegFit.elsewhere(leg, apart.next())) {
                return false;
            }
        }
        return true;
    }

    /** Where legs do not meet and have one number in common, many calls at once may fit by chance. */
    private void leaveChance(LegPlaces places) {
        above.values().removeIf(pair -> {
            boolean chance = places.byChance(pair);
            if (chance) {
                below.get(pair.first()).remove(pair);
            }
            return chance;
        });
    }

    private void take(LegPair pair) {
        above.put(pair.next(), pair);
        below.computeIfAbsent(pair.first(), _ -> new ArrayList<>(1)).add(pair);
    }

    private Map<LegTraits, LegLink> links() {
        Map<LegTraits, LegTraits> beginnings = new HashMap<>();
        Map<LegTraits, Integer> sizes = new HashMap<>();
        Map<LegTraits, LegLink> links = new LinkedHashMap<>();
        above.keySet().stream()
                .sorted(Comparator.comparingInt(LegTraits::order))
                .forEach(leg -> {
                    LegPair pair = above.get(leg);
                    LegTraits beginning = beginnings.getOrDefault(pair.first(), pair.first());
                    double margin = margin(pair);
                    boolean guessed = pair.confidence() != Confidence.HIGH && margin < CLEARLY;
                    if ((guessed && pair.reason() == Reason.SAME_TIMES)
                            || sizes.merge(beginning, 1, Integer::sum) >= MOST_LEGS) {
                        return;
                    }
                    beginnings.put(leg, beginning);
                    links.put(leg, pair.link(guessed ? Confidence.LOW : pair.confidence()));
                });
        return links;
    }

    /** By how much everything would fit worse if the lower leg stood below another one instead. */
    private double margin(LegPair pair) {
        double least = Double.MAX_VALUE;
        for (LegPair other : candidates.get(pair.next())) {
            if (!other.first().equals(pair.first())) {
                least = Math.min(least, pair.score() - other.score() + exchanged(pair, other));
            }
        }
        return least;
    }

    /** What it costs that the leg below the other one would go to the place that became free. */
    private double exchanged(LegPair pair, LegPair other) {
        List<LegPair> taken = below.getOrDefault(other.first(), List.of());
        if (taken.isEmpty()) {
            return 0;
        }
        return taken.stream()
                .mapToDouble(held -> candidates.get(held.next()).stream()
                        .filter(instead -> instead.first().equals(pair.first()))
                        .mapToDouble(instead -> held.score() - instead.score())
                        .findFirst()
                        .orElse(FORK))
                .min()
                .orElse(0);
    }
}
