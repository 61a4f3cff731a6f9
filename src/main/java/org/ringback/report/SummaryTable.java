package org.ringback.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ringback.call.ZoneTimes;
import org.ringback.handbook.Codes;
import org.ringback.handbook.ResponseCode;
import org.ringback.language.Texts;
import org.ringback.sip.Printable;
import org.ringback.statistics.Count;
import org.ringback.statistics.Group;
import org.ringback.statistics.Period;
import org.ringback.words.StatisticsText;
import org.ringback.words.StatisticsWords;

/** Calls in numbers for a terminal: what is true of all of them, then a small table for each point of view. */
public final class SummaryTable {

    /** Of hosts and programs; of codes and periods all are shown. */
    private static final int MOST = 10;

    private static final int LONGEST = 48;

    private final Texts texts;
    private final Codes codes;
    private final StatisticsWords words;

    public SummaryTable(Texts texts, Codes codes) {
        this.texts = texts;
        this.codes = codes;
        this.words = new StatisticsWords(texts);
    }

    /** Prints what there is to say. */
    public void print(SummaryReport report, PrintStream out) {
        var numbers = report.statistics();
        try (var lines = new LineWriter(out)) {
            words.sentences(numbers).forEach(sentence -> lines.print(sentence + "\n"));
            table(StatisticsText.CODE, groups(numbers.codes(), this::title), Integer.MAX_VALUE, lines);
            table(StatisticsText.DESTINATION, groups(numbers.destinations(), SummaryTable::cell), MOST, lines);
            table(StatisticsText.SOURCE, groups(numbers.sources(), SummaryTable::cell), MOST, lines);
            table(StatisticsText.PROGRAM, groups(numbers.programs(), SummaryTable::cell), MOST, lines);
            table(
                    StatisticsText.BEGAN,
                    periods(numbers.periods().all(), new ZoneTimes(report.zone())),
                    Integer.MAX_VALUE,
                    lines);
        }
    }

    private record Line(String name, Count count) {}

    private static List<Line> groups(List<Group> groups, UnaryOperator<String> name) {
        return groups.stream()
                .map(group -> new Line(name.apply(group.name()), group.count()))
                .toList();
    }

    /** Those in which calls began; with dates only where there is more than one day. */
    private static List<Line> periods(List<Period> periods, ZoneTimes times) {
        boolean sameDay = periods.isEmpty()
                || !times.differentDays(
                        periods.getFirst().start(), periods.getLast().start());
        return periods.stream()
                .filter(period -> period.count().calls() > 0)
                .map(period -> new Line(
                        StatisticsWords.wholeSeconds(
                                sameDay ? times.clock(period.start()) : times.dated(period.start())),
                        period.count()))
                .toList();
    }

    private String title(String code) {
        return codes.find(Integer.parseInt(code)).map(ResponseCode::title).orElse(code);
    }

    private static String cell(String name) {
        return Columns.cut(Printable.of(name), LONGEST);
    }

    private void table(StatisticsText what, List<Line> all, int most, LineWriter lines) {
        if (all.isEmpty()) {
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                texts.get(what),
                texts.get(StatisticsText.COLUMN_CALLS),
                texts.get(StatisticsText.COLUMN_ANSWERED),
                texts.get(StatisticsText.COLUMN_FAILED),
                texts.get(StatisticsText.COLUMN_RATIO)));
        all.stream()
                .limit(most)
                .forEach(line -> rows.add(List.of(
                        line.name(),
                        words.number(line.count().calls()),
                        words.number(line.count().answered()),
                        words.number(line.count().failed()),
                        texts.numbers().percent(line.count().answerRatio().orElse(0.0)))));
        var columns = new Columns(rows, 1);
        lines.print("\n");
        rows.forEach(row -> lines.print(columns.line(row)));
        if (all.size() > most) {
            lines.print(texts.get(StatisticsText.MORE, words.number(all.size() - most)) + "\n");
        }
    }
}
