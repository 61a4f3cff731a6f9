package org.ringback.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringback.call.Call;
import org.ringback.call.LegLinks;
import org.ringback.capture.Capture;
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

    /** Prints what was found, even if some files could not be used or the user stopped it; gives the exit code. */
    int run(Request.Calls asked) {
        Map<Path, Duration> offsets = new LinkedHashMap<>();
        asked.files().forEach(file -> offsets.put(file.path(), file.offset()));
        var progress = new ProgressBar(err, ProgressBar.onTerminal(), System::nanoTime);
        try (var interruption = new Interruption();
                var capture = Capture.open(List.copyOf(offsets.keySet()), offsets);
                var reading = new CaptureReading(interruption, progress)) {
            capture.read(reading);
            progress.clear();
            List<String> names = asked.files().stream().map(CaptureFile::name).toList();
            var faults = new FileFaults(texts, err);
            int unused = faults.tell(reading.unusable(), names);
            boolean nothing = unused == names.size() && asked.format() == CallFormat.TEXT;
            if (!nothing) {
                print(asked, names, reading, capture);
            }
            if (interruption.requested()) {
                faults.tell(texts.get(CallsText.STOPPED));
            }
            out.flush();
            return unused == 0 ? CommandLineProgram.ANSWERED : CommandLineProgram.MISUSE;
        }
    }

    private void print(Request.Calls asked, List<String> names, CaptureReading reading, Capture capture) {
        try (var _ = new PageRelease(capture)) {
            print(asked, names, reading);
        }
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
