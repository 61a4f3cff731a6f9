package org.ringback.command;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import org.ringback.call.Call;
import org.ringback.call.LegLinks;
import org.ringback.language.Texts;
import org.ringback.report.CallCsv;
import org.ringback.report.CallFormat;
import org.ringback.report.CallJson;
import org.ringback.report.CallReport;
import org.ringback.report.CallTable;

/** Says which calls are in files and how each ended. */
final class CallsCommand {

    private final Texts texts;
    private final PrintStream out;
    private final PrintStream err;

    CallsCommand(Texts texts, PrintStream out, PrintStream err) {
        this.texts = texts;
        this.out = out;
        this.err = err;
    }

    /** Prints what was found; gives the exit code. */
    ExitCode run(Request.Calls asked) {
        return new FileReading(texts, out, err)
                .run(asked.files(), asked.format() != CallFormat.TEXT, (names, reading, capture) -> {
                    try (var _ = new PageRelease(capture)) {
                        print(asked, names, reading);
                    }
                    return ExitCode.ANSWERED;
                });
    }

    private void print(Request.Calls asked, List<String> names, CaptureReading reading) {
        List<Call> calls = reading.calls().calls();
        List<Call> shown = asked.problemsOnly()
                ? calls.stream().filter(call -> call.outcome().failed()).toList()
                : calls;
        LegLinks links = LegLinks.of(asked.format() == CallFormat.JSON ? calls : List.of());
        var report = new CallReport(
                names, reading.calls().tally(), shown, links, reading.unusable(), ZoneId.systemDefault());
        switch (asked.format()) {
            case TEXT -> new CallTable(texts).print(report, out);
            case JSON -> CallJson.print(report, out);
            case CSV -> CallCsv.print(report, out);
        }
    }
}
