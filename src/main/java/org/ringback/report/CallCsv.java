package org.ringback.report;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ringback.call.Call;

/** Calls as CSV (RFC 4180): a line of names, then a line for each call; what is unknown is empty. Stable like the JSON. */
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
            "callId");

    private CallCsv() {}

    public static void print(CallReport report, PrintStream out) {
        out.print(String.join(",", NAMES) + "\r\n");
        report.shown().forEach(call -> out.print(line(call, report) + "\r\n"));
    }

    private static String line(Call call, CallReport report) {
        var outcome = call.outcome();
        return List.of(
                        CallValues.timestamp(call.start(), report.zone()).orElse(""),
                        CallValues.address(call.from()),
                        CallValues.address(call.to()),
                        call.method(),
                        CallValues.id(outcome.ending()),
                        outcome.code() == 0 ? "" : Integer.toString(outcome.code()),
                        outcome.firstSaidBy().text(),
                        Integer.toString(call.messages().size() - call.retransmissions()),
                        Integer.toString(call.retransmissions()),
                        seconds(call.times().postDialDelay()),
                        seconds(call.times().ringTime()),
                        seconds(call.times().talkTime()),
                        call.callId())
                .stream()
                .map(CallCsv::field)
                .collect(Collectors.joining(","));
    }

    private static String seconds(Optional<Duration> duration) {
        return duration.map(CallValues::seconds).map(BigDecimal::toPlainString).orElse("");
    }

    private static String field(String value) {
        String shown = CallValues.printable(value);
        return shown.contains(",") || shown.contains("\"") ? "\"" + shown.replace("\"", "\"\"") + "\"" : shown;
    }
}
