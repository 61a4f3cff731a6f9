package org.ringback.sip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of two messages side by side: what both say about one thing, at whatever line it stands.
 *
 * @param name of the header; empty for the start line and the body
 * @param left as it stands in the left message, empty if it is not there
 */
public record HeaderDifference(Of of, String name, Optional<String> left, Optional<String> right) {

    /** Which part of the messages a row is about. */
    public enum Of {
        START_LINE,
        HEADER,
        BODY_LINE
    }

    /** Beyond that the bodies are compared line by line in place: a hostile body must not cost the square of its lines. */
    private static final int MOST_LINES = 2000;

    /** Whether both say the same. */
    public boolean same() {
        return left.equals(right);
    }

    /**
     * Compares two messages: the start lines, then header by header in the order of the left one, then the bodies. Several
     * headers of one name stand beside each other in their order, equal ones first of all.
     */
    public static List<HeaderDifference> between(SipMessage left, SipMessage right) {
        List<HeaderDifference> rows = new ArrayList<>();
        rows.add(new HeaderDifference(Of.START_LINE, "", startLine(left), startLine(right)));
        Map<String, List<String>> one = values(left);
        Map<String, List<String>> other = values(right);
        var names = new LinkedHashMap<String, Boolean>();
        one.keySet().forEach(name -> names.put(name, true));
        other.keySet().forEach(name -> names.put(name, true));
        for (String name : names.keySet()) {
            align(one.getOrDefault(name, List.of()), other.getOrDefault(name, List.of()))
                    .forEach(pair -> rows.add(new HeaderDifference(Of.HEADER, name, pair.left(), pair.right())));
        }
        align(body(left), body(right))
                .forEach(pair -> rows.add(new HeaderDifference(Of.BODY_LINE, "", pair.left(), pair.right())));
        return rows;
    }

    private record Pair(Optional<String> left, Optional<String> right) {}

    private static Optional<String> startLine(SipMessage message) {
        return MessageLines.of(message).stream()
                .filter(line -> line.part() == MessageLine.Part.START)
                .map(MessageLine::text)
                .findFirst();
    }

    private static Map<String, List<String>> values(SipMessage message) {
        var values = new LinkedHashMap<String, List<String>>();
        message.headers()
                .forEach(header -> values.computeIfAbsent(header.name(), _ -> new ArrayList<>())
                        .add(header.value()));
        return values;
    }

    private static List<String> body(SipMessage message) {
        return MessageLines.of(message).stream()
                .filter(line -> line.part() == MessageLine.Part.BODY)
                .map(MessageLine::text)
                .toList();
    }

    /** Equal values beside each other as many as possible in their order; what stands between two equal ones in pairs. */
    private static List<Pair> align(List<String> left, List<String> right) {
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        if (left.size() <= MOST_LINES && right.size() <= MOST_LINES) {
            int[][] common = common(left, right);
            List<String> onlyLeft = new ArrayList<>();
            List<String> onlyRight = new ArrayList<>();
            while (i < left.size() && j < right.size()) {
                if (left.get(i).equals(right.get(j))) {
                    side(onlyLeft, onlyRight, pairs);
                    pairs.add(new Pair(Optional.of(left.get(i++)), Optional.of(right.get(j++))));
                } else if (common[i + 1][j] >= common[i][j + 1]) {
                    onlyLeft.add(left.get(i++));
                } else {
                    onlyRight.add(right.get(j++));
                }
            }
            onlyLeft.addAll(left.subList(i, left.size()));
            onlyRight.addAll(right.subList(j, right.size()));
            side(onlyLeft, onlyRight, pairs);
        } else {
            side(new ArrayList<>(left), new ArrayList<>(right), pairs);
        }
        return pairs;
    }

    /** How many values the rests of both lists have in common, in order. */
    private static int[][] common(List<String> left, List<String> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = left.get(i).equals(right.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void side(List<String> left, List<String> right, List<Pair> pairs) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            pairs.add(new Pair(
                    i < left.size() ? Optional.of(left.get(i)) : Optional.empty(),
                    i < right.size() ? Optional.of(right.get(i)) : Optional.empty()));
        }
        left.clear();
        right.clear();
    }
}
