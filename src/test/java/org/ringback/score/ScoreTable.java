package org.ringback.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ringback.score.Judged.Verdict;

/** The table of the score as Markdown: a row for each kind of fault, then what was not told. */
final class ScoreTable {

    private ScoreTable() {}

    static String of(List<Judged> judged) {
        List<String> lines = new ArrayList<>();
        lines.add("| Kind of fault | Calls | Hit | Half | Miss | Wrong | Certain but wrong | Wrong first sayer |");
        lines.add("|---|---|---|---|---|---|---|---|");
        Map<String, List<Judged>> failing = judged.stream()
                .filter(one -> !one.calls().truth().healthy())
                .collect(Collectors.groupingBy(one -> one.calls().truth().fault(), TreeMap::new, Collectors.toList()));
        failing.forEach((fault, some) -> lines.add(row(fault, some)));
        lines.add(row("**All**", failing.values().stream().flatMap(List::stream).toList()));
        List<Judged> healthy =
                judged.stream().filter(one -> one.calls().truth().healthy()).toList();
        lines.add("");
        lines.add("Healthy calls: %s, of them with a false alarm: %s, with one that is called certain: %s."
                .formatted(
                        healthy.size(),
                        count(healthy, Verdict.FALSE_ALARM),
                        healthy.stream()
                                .filter(one -> !one.certainButWrong().isEmpty())
                                .count()));
        lines.add("");
        List<String> rest = judged.stream()
                .filter(one -> one.verdict() != Verdict.HIT && one.verdict() != Verdict.CLEAN)
                .map(ScoreTable::line)
                .toList();
        if (!rest.isEmpty()) {
            lines.add("What was not told in full:");
            lines.add("");
            lines.addAll(rest);
        }
        return String.join("\n", lines).strip() + "\n";
    }

    private static String row(String name, List<Judged> some) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        name,
                        some.size(),
                        count(some, Verdict.HIT),
                        count(some, Verdict.HALF),
                        count(some, Verdict.MISS),
                        count(some, Verdict.WRONG),
                        some.stream()
                                .filter(one -> !one.certainButWrong().isEmpty())
                                .count(),
                        some.stream().filter(one -> !one.origin()).count());
    }

    private static long count(List<Judged> some, Verdict verdict) {
        return some.stream().filter(one -> one.verdict() == verdict).count();
    }

    private static String line(Judged one) {
        String said = one.said().isEmpty()
                ? "nothing"
                : one.said().stream().distinct().limit(3).collect(Collectors.joining("`, `", "`", "`"));
        return "- %s, `%s`: %s. Said: %s."
                .formatted(
                        one.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        one.calls().name(),
                        one.calls().truth().cause(),
                        said);
    }
}
