package org.ringback.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.ringback.call.Message;

/** Puts spans side by side where they overlap. */
final class Lanes {

    private Lanes() {}

    private record Placed(Stretch stretch, int from, int to) {}

    /** Where too many overlap, those that tell least are left out, and so are those whose rows are not shown. */
    static List<Span> of(List<Stretch> stretches, List<Line> lines) {
        Map<Message, Integer> rowOf = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Row row) {
                rowOf.put(row.message(), i);
                for (Message repeat : row.repeats()) {
                    rowOf.put(repeat, i);
                }
            }
        }
        List<Placed> placed = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Integer from = rowOf.get(stretch.from());
            Integer to = rowOf.get(stretch.to());
            // A row that says how often its message was repeated needs no bracket that says it again.
            boolean said = stretch.kind() == SpanKind.BACK_OFF && from != null && from.equals(to);
            if (from != null && to != null && from <= to && !said) {
                placed.add(new Placed(stretch, from, to));
            }
        }
        placed.sort(Comparator.comparing(candidate -> candidate.stretch().kind()));
        List<NavigableMap<Integer, Placed>> lanes = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (Placed candidate : placed) {
            int lane = 0;
            while (lane < lanes.size() && overlap(candidate, lanes.get(lane))) {
                lane++;
            }
            if (lane == lanes.size() && lane < Span.MOST_LANES) {
                lanes.add(new TreeMap<>());
            }
            if (lane < lanes.size()) {
                lanes.get(lane).put(candidate.from(), candidate);
                spans.add(span(candidate, lane));
            }
        }
        spans.sort(Comparator.comparingInt(Span::from).thenComparingInt(Span::lane));
        return spans;
    }

    /** Those in a lane do not overlap each other, so only the last one that begins before the end can be in the way. */
    private static boolean overlap(Placed candidate, NavigableMap<Integer, Placed> lane) {
        var before = lane.floorEntry(candidate.to());
        return before != null && before.getValue().to() >= candidate.from();
    }

    private static Span span(Placed placed, int lane) {
        Stretch stretch = placed.stretch();
        return new Span(
                stretch.kind(),
                placed.from(),
                placed.to(),
                stretch.lasted(),
                stretch.limit(),
                stretch.ranOut(),
                stretch.repeats(),
                lane);
    }
}
