package org.ringback.report;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ringback.call.Call;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.sip.Printable;
import org.ringback.words.CallValues;
import org.ringback.words.MediaWaysText;
import org.ringback.words.TableCell;

/**
 * Calls as CSV (RFC 4180): a line of names, then a line for each call; what is unknown is empty. Stable like the JSON. No
 * cell is a formula, see {@link TableCell}.
 */
public final class CallCsv {

    private static final List<String> NAMES = List.of(
            "start",
            "from",
            "to",
            "method",
            "ending",
            "code",
            "firstSaidBy",
            "messages",
            "retransmissions",
            "postDialDelay",
            "ringTime",
            "talkTime",
            "callId",
            "media");

    private static final String END = "\r\n";

    private CallCsv() {}

    public static void print(CallReport report, PrintStream out) {
        var times = new ZoneTimes(report.zone());
        try (var lines = new LineWriter(out)) {
            lines.print(String.join(",", NAMES) + END);
            Batches.forEach(report.shown(), call -> line(call, report, times), lines::print);
        }
    }

    private static String line(Call call, CallReport report, ZoneTimes times) {
        var outcome = call.outcome();
        List<String> values = List.of(
                call.start() == Captured.NO_TIME ? "" : times.timestamp(call.start()),
                call.from().address(),
                call.to().address(),
                call.method(),
                CallValues.id(outcome.ending()),
                outcome.code() == 0 ? "" : Integer.toString(outcome.code()),
                outcome.firstSaidBy().text(),
                Integer.toString(call.messages().size() - call.retransmissions()),
                Integer.toString(call.retransmissions()),
                seconds(call.times().postDialDelay()),
                seconds(call.times().ringTime()),
                seconds(call.times().talkTime()),
                call.callId(),
                report.media()
                        .apply(call)
                        .map(MediaWaysText::of)
                        .map(CallValues::id)
                        .orElse(""));
        var line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            line.append(i == 0 ? "" : ",").append(field(values.get(i)));
        }
        return line.append(END).toString();
    }

    private static String seconds(Optional<Duration> duration) {
        return duration.map(CallValues::seconds).map(BigDecimal::toPlainString).orElse("");
    }

    /** A value as a cell. */
    static String field(String value) {
        String shown = TableCell.of(Printable.of(value));
        return shown.contains(",") || shown.contains("\"") ? "\"" + shown.replace("\"", "\"\"") + "\"" : shown;
    }
}
