package org.ringback.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.language.Texts;
import org.ringback.sip.Printable;
import org.ringback.words.MeasuredWords;
import org.ringback.words.MediaTableText;
import org.ringback.words.SlowWords;

/** Streams as a table for a terminal. */
public final class MediaTable {

    private static final int LONGEST = 40;

    private static final List<MediaTableText> BEFORE = List.of(MediaTableText.COLUMN_TIME, MediaTableText.COLUMN_CALL);

    private final Texts texts;
    private final StreamCells cells;

    public MediaTable(Texts texts) {
        this.texts = texts;
        this.cells = new StreamCells(texts);
    }

    /** Prints the table and what there is to say of it. */
    public void print(MediaReport report, PrintStream out) {
        try (var lines = new LineWriter(out)) {
            if (report.streams().isEmpty()) {
                lines.print(texts.get(MediaTableText.NONE) + "\n");
            } else {
                streams(report, lines);
            }
            told(report, lines);
        }
    }

    private void streams(MediaReport report, LineWriter lines) {
        var times = new ZoneTimes(report.zone());
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(BEFORE.stream(), StreamCells.HEADINGS.stream())
                .map(heading -> texts.get(heading))
                .toList());
        report.streams().forEach(line -> rows.add(row(line, times)));
        var columns = new Columns(rows, BEFORE.size() + StreamCells.FIRST_NUMBER);
        rows.forEach(row -> lines.print(columns.line(row)));
        lines.print("\n" + texts.get(MediaTableText.HERE) + "\n");
        long twice = report.streams().stream()
                .filter(line -> line.stream().copies() > 0)
                .count();
        if (twice > 0) {
            lines.print(texts.get(MediaTableText.COPIES, texts.numbers().count(twice)) + "\n");
        }
        slowly(report, lines);
        if (!report.complete()) {
            lines.print(texts.get(MediaTableText.NOT_ALL) + "\n");
        }
    }

    /** What jitter does not show, of the streams of which there is something to say. */
    private void slowly(MediaReport report, LineWriter lines) {
        var words = new SlowWords(texts);
        List<String> changed = report.streams().stream()
                .map(MediaReport.Line::stream)
                .flatMap(stream -> words.figures(stream).stream()
                        .map(figure -> texts.get(
                                MediaTableText.SLOWLY_LINE,
                                stream.source().text(),
                                stream.destination().text(),
                                figure.name(),
                                figure.value())))
                .toList();
        if (!changed.isEmpty()) {
            lines.print("\n" + texts.get(MediaTableText.SLOWLY) + "\n");
            changed.forEach(line -> lines.print("  " + line + "\n"));
        }
    }

    private void told(MediaReport report, LineWriter lines) {
        if (report.told().isEmpty()) {
            return;
        }
        var words = new MeasuredWords(texts);
        lines.print("\n" + texts.get(MediaTableText.TOLD) + "\n");
        for (MediaReport.Told told : report.told()) {
            lines.print(
                    "\n" + called(told.call().from().name(), told.call().to().name()) + "\n");
            words.told(told.quality(), report.zone())
                    .forEach(figure -> lines.print(
                            "  " + texts.get(MediaTableText.TOLD_LINE, figure.name(), figure.value()) + "\n"));
        }
    }

    private List<String> row(MediaReport.Line line, ZoneTimes times) {
        long begin = line.stream().first().time();
        List<String> row = new ArrayList<>();
        row.add(begin == Captured.NO_TIME ? StreamCells.UNKNOWN : times.dated(begin));
        row.add(line.call()
                .map(call -> called(call.from().name(), call.to().name()))
                .orElse(StreamCells.UNKNOWN));
        row.addAll(cells.of(line));
        return row;
    }

    private String called(String from, String to) {
        return texts.get(
                MediaTableText.CALL,
                Columns.cut(Printable.of(from), LONGEST / 2),
                Columns.cut(Printable.of(to), LONGEST / 2));
    }
}
