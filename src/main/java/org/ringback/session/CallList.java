package org.ringback.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringback.call.CallKind;
import org.ringback.call.LegLink;
import org.ringback.capture.wire.Captured;
import org.ringback.words.EndingText;

/**
 * The calls that are to be seen in their order, and what there is to choose from. Immutable.
 *
 * @param rows those that the filter lets through; legs right below the one they belong to
 * @param legs of the rows those that stand below another one
 * @param first when the first of all calls began: microseconds since 1970, or {@link Captured#NO_TIME}
 * @param last when the last of all calls began
 * @param total how many there are of each kind, whatever the filter says
 * @param problems how many of the kinds that are shown have one
 * @param noted at how many of the kinds that are shown something is noted
 * @param endings how many of the kinds that are shown ended in which way
 * @param codes how many of the kinds that are shown have which final code
 */
public record CallList(
        List<CallRow> rows,
        Map<CallRow, Leg> legs,
        long first,
        long last,
        Map<CallKind, Integer> total,
        int problems,
        int noted,
        Map<EndingText, Integer> endings,
        SortedMap<Integer, Integer> codes) {

    static final CallList EMPTY = new CallList(
            List.of(), Map.of(), Captured.NO_TIME, Captured.NO_TIME, Map.of(), 0, 0, Map.of(), new TreeMap<>());

    /**
     * Where a leg stands.
     *
     * @param depth how many legs it stands below, 1 or more
     * @param link to an earlier leg, which the filter may hide
     */
    public record Leg(int depth, LegLink link) {}

    /** How many calls there are at all. */
    public int all() {
        return total.values().stream().mapToInt(Integer::intValue).sum();
    }

    static CallList of(List<CallRow> all, LegRows linked, CallFilter filter, CallOrder order, Notes.Noted noted) {
        Map<CallKind, Integer> total = new EnumMap<>(CallKind.class);
        Map<EndingText, Integer> endings = new EnumMap<>(EndingText.class);
        SortedMap<Integer, Integer> codes = new TreeMap<>();
        List<CallRow> matching = new ArrayList<>();
        List<SoughtWords.Word> typed = filter.typed();
        int problems = 0;
        int withNotes = 0;
        long last = Captured.NO_TIME;
        for (CallRow row : all) {
            last = Math.max(last, row.call().start());
            total.merge(row.call().kind(), 1, Integer::sum);
            if (filter.kinds().contains(row.call().kind()) || !filter.struck().isEmpty()) {
                problems += row.problem() ? 1 : 0;
                boolean withNote = noted.at(row.call());
                withNotes += withNote ? 1 : 0;
                endings.merge(row.ending(), 1, Integer::sum);
                if (row.code() != 0) {
                    codes.merge(row.code(), 1, Integer::sum);
                }
                if (filter.lets(row, typed, withNote)) {
                    matching.add(row);
                }
            }
        }
        long first = all.isEmpty() ? Captured.NO_TIME : all.getFirst().call().start();
        var grouped = new Grouping(matching, linked, order.comparator());
        return new CallList(grouped.rows, grouped.legs, first, last, total, problems, withNotes, endings, codes);
    }

    /** Puts legs right below those that they belong to, as far as these are shown. */
    private static final class Grouping {
        private final List<CallRow> rows;
        private final Map<CallRow, Leg> legs = new HashMap<>();
        private final Map<CallRow, List<CallRow>> below = new HashMap<>();

        private Grouping(List<CallRow> matching, LegRows linked, Comparator<CallRow> comparator) {
            if (linked.isEmpty()) {
                rows = matching;
                rows.sort(comparator);
                return;
            }
            rows = new ArrayList<>(matching.size());
            Set<CallRow> shown = new HashSet<>(matching);
            List<CallRow> first = new ArrayList<>();
            for (CallRow row : matching) {
                CallRow above = above(row, linked, shown);
                if (above == null) {
                    first.add(row);
                } else {
                    below.computeIfAbsent(above, _ -> new ArrayList<>()).add(row);
                }
            }
            first.sort(comparator);
            first.forEach(row -> add(row, linked));
        }

        private static CallRow above(CallRow row, LegRows linked, Set<CallRow> shown) {
            for (var above = linked.earlier(row); above.isPresent(); above = linked.earlier(above.get())) {
                if (shown.contains(above.get())) {
                    return above.get();
                }
            }
            return null;
        }

        /** With all that stand below it, each right below the one that it belongs to. */
        private void add(CallRow top, LegRows linked) {
            record Below(CallRow row, int depth) {}
            Deque<Below> next = new ArrayDeque<>(List.of(new Below(top, 0)));
            while (!next.isEmpty()) {
                Below added = next.pop();
                rows.add(added.row());
                if (added.depth() > 0) {
                    legs.put(
                            added.row(),
                            new Leg(added.depth(), linked.link(added.row()).orElseThrow()));
                }
                below.getOrDefault(added.row(), List.of())
                        .reversed()
                        .forEach(later -> next.push(new Below(later, added.depth() + 1)));
            }
        }
    }
}
