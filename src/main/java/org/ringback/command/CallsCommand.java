package org.ringback.command;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.ringback.call.Call;
import org.ringback.call.JointCall;
import org.ringback.call.LegLinks;
import org.ringback.flow.MediaWays;
import org.ringback.handbook.Codes;
import org.ringback.language.Texts;
import org.ringback.reading.Examined;
import org.ringback.report.CallCsv;
import org.ringback.report.CallFormat;
import org.ringback.report.CallJson;
import org.ringback.report.CallReport;
import org.ringback.report.CallTable;
import org.ringback.report.SummaryCsv;
import org.ringback.report.SummaryJson;
import org.ringback.report.SummaryReport;
import org.ringback.report.SummaryTable;
import org.ringback.statistics.CallStatistics;

/** Says which calls are in files and how each ended. */
final class CallsCommand {

    private final FileReading files;
    private final Texts texts;
    private final PrintStream out;
    private final Supplier<Codes> codes;

    CallsCommand(FileReading files, Supplier<Codes> codes, Texts texts, PrintStream out) {
        this.files = files;
        this.codes = codes;
        this.texts = texts;
        this.out = out;
    }

    /** Prints what was found; gives the exit code. */
    ExitCode run(Request.Calls asked) {
        boolean always = asked.format() != CallFormat.TEXT;
        // A table for people and a summary say nothing of media, and to measure streams takes longer than to find
        // messages.
        boolean media = always && !asked.summary();
        FileReading.Answer answer = (names, reading, faults) -> {
            Examined examined = reading.examined();
            if (asked.format() == CallFormat.CSV || asked.summary()) {
                faults.tellParts(examined.unusable(), names);
            }
            try (var _ = new PageRelease(reading)) {
                if (asked.summary()) {
                    summarize(asked, examined);
                } else {
                    print(asked, names, examined);
                }
            }
            return ExitCode.ANSWERED;
        };
        return media ? files.run(asked.files(), always, answer) : files.runMessagesOnly(asked.files(), always, answer);
    }

    private void summarize(Request.Calls asked, Examined examined) {
        List<JointCall> shown = examined.legs().joined(examined.calls()).stream()
                .filter(call -> !asked.problemsOnly() || call.first().outcome().failed())
                .toList();
        ZoneId zone = ZoneId.systemDefault();
        var report = new SummaryReport(
                CallStatistics.of(shown, zone), examined.tally().messages(), zone);
        switch (asked.format()) {
            case TEXT -> new SummaryTable(texts, codes.get()).print(report, out);
            case JSON -> SummaryJson.print(report, out);
            case CSV -> SummaryCsv.print(report, out);
        }
    }

    private void print(Request.Calls asked, List<String> names, Examined examined) {
        List<Call> shown = asked.problemsOnly()
                ? examined.calls().stream()
                        .filter(call -> call.outcome().failed())
                        .toList()
                : examined.calls();
        LegLinks links = asked.format() == CallFormat.JSON ? examined.links() : LegLinks.of(List.of());
        var report = new CallReport(
                names,
                examined.tally(),
                shown,
                links,
                examined.unusable(),
                call -> MediaWays.of(call, examined.media(call)),
                ZoneId.systemDefault());
        switch (asked.format()) {
            case TEXT -> new CallTable(texts).print(report, out);
            case JSON -> CallJson.print(report, out);
            case CSV -> CallCsv.print(report, out);
        }
    }
}
