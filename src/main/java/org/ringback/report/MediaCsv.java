package org.ringback.report;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.media.MediaStream;
import org.ringback.words.TableCell;

/**
 * Streams as CSV (RFC 4180): a line of names, then a line for each stream; what is unknown is empty, times and jitter are
 * milliseconds. Stable like the JSON. No cell is a formula, see {@link TableCell}.
 */
public final class MediaCsv {

    private static final List<String> NAMES = List.of(
            "start",
            "source",
            "destination",
            "ssrc",
            "codec",
            "durationMs",
            "packets",
            "expected",
            "lost",
            "holes",
            "longestHole",
            "duplicates",
            "late",
            "jitterMeanMs",
            "jitterHighestMs",
            "longestDeltaMs",
            "packetTimeMs",
            "dscp",
            "toward",
            "basis",
            "callId",
            "copies",
            "clockDriftPpm",
            "delayGrowthMs",
            "delayGrowthLengthMs");

    private static final String END = "\r\n";

    private MediaCsv() {}

    public static void print(MediaReport report, PrintStream out) {
        var times = new ZoneTimes(report.zone());
        try (var lines = new LineWriter(out)) {
            lines.print(String.join(",", NAMES) + END);
            report.streams().forEach(line -> lines.print(line(line, times)));
        }
    }

    private static String line(MediaReport.Line line, ZoneTimes times) {
        MediaStream stream = line.stream();
        MediaStream.Loss loss = stream.loss();
        MediaStream.Pace pace = stream.pace();
        boolean clocked = pace.clockRate() != 0;
        List<String> values = List.of(
                stream.first().time() == Captured.NO_TIME
                        ? ""
                        : times.timestamp(stream.first().time()),
                stream.source().text(),
                stream.destination().text(),
                MediaJson.ssrc(stream),
                line.codec(),
                MediaJson.millis(stream.length()).toPlainString(),
                Long.toString(stream.packets()),
                Long.toString(loss.expected()),
                Long.toString(loss.lost()),
                Long.toString(loss.holes()),
                Long.toString(loss.longestHole()),
                Long.toString(loss.duplicates()),
                Long.toString(loss.late()),
                clocked ? MediaJson.millis(pace.meanJitter()).toPlainString() : "",
                clocked ? MediaJson.millis(pace.highestJitter()).toPlainString() : "",
                MediaJson.millis(pace.longestDelta()).toPlainString(),
                pace.packetTime() == 0 ? "" : Integer.toString(pace.packetTime()),
                Integer.toString(stream.dscp()),
                line.known().map(known -> MediaJson.id(known.toward())).orElse(""),
                line.known().map(known -> MediaJson.id(known.basis())).orElse(""),
                line.call().map(Call::callId).orElse(""),
                Long.toString(stream.copies()),
                SlowJson.drift(stream).map(Object::toString).orElse(""),
                SlowJson.growth(stream).map(BigDecimal::toPlainString).orElse(""),
                SlowJson.growthLength(stream).map(BigDecimal::toPlainString).orElse(""));
        return values.stream().map(CallCsv::field).collect(Collectors.joining(",", "", END));
    }
}
