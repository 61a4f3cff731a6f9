package org.ringback.report;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.language.Texts;
import org.ringback.media.MediaStream;
import org.ringback.sip.Printable;
import org.ringback.words.MeasuredWords;
import org.ringback.words.MediaTableText;

/** Streams as a table for a terminal. */
public final class MediaTable {

    private static final int LONGEST = 40;
    private static final String UNKNOWN = "-";

    private static final List<MediaTableText> HEADINGS = List.of(
            MediaTableText.COLUMN_TIME,
            MediaTableText.COLUMN_CALL,
            MediaTableText.COLUMN_FROM,
            MediaTableText.COLUMN_TO,
            MediaTableText.COLUMN_CODEC,
            MediaTableText.COLUMN_LENGTH,
            MediaTableText.COLUMN_PACKETS,
            MediaTableText.COLUMN_LOST,
            MediaTableText.COLUMN_SHARE,
            MediaTableText.COLUMN_JITTER);

    /** Numbers stand at the right. */
    private static final int FIRST_NUMBER = HEADINGS.indexOf(MediaTableText.COLUMN_LENGTH);

    private final Texts texts;

    public MediaTable(Texts texts) {
        this.texts = texts;
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
        rows.add(HEADINGS.stream().map(heading -> texts.get(heading)).toList());
        report.streams().forEach(line -> rows.add(row(line, times)));
        var columns = new Columns(rows, FIRST_NUMBER);
        rows.forEach(row -> lines.print(columns.line(row)));
        lines.print("\n" + texts.get(MediaTableText.HERE) + "\n");
        if (!report.complete()) {
            lines.print(texts.get(MediaTableText.NOT_ALL) + "\n");
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
        MediaStream stream = line.stream();
        long begin = stream.first().time();
        return List.of(
                begin == Captured.NO_TIME ? UNKNOWN : times.dated(begin),
                line.call()
                        .map(call -> called(call.from().name(), call.to().name()))
                        .orElse(UNKNOWN),
                stream.source().text(),
                stream.destination().text(),
                Columns.cut(Printable.of(line.codec()), LONGEST),
                tenths(stream.length() / 1e6),
                texts.numbers().count(stream.packets()),
                texts.numbers().count(stream.loss().lost()),
                texts.numbers().percent(stream.loss().share()),
                stream.pace().clockRate() == 0 ? UNKNOWN : tenths(stream.pace().meanJitter() / 1000));
    }

    private String called(String from, String to) {
        return texts.get(
                MediaTableText.CALL,
                Columns.cut(Printable.of(from), LONGEST / 2),
                Columns.cut(Printable.of(to), LONGEST / 2));
    }

    private String tenths(double number) {
        return texts.numbers().decimal(BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP));
    }
}
