package org.ringback.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ringback.call.Call;
import org.ringback.call.LegLinks;
import org.ringback.capture.Capture;
import org.ringback.capture.Unusable;
import org.ringback.capture.Unusable.Reason;
import org.ringback.language.Texts;
import org.ringback.report.CallCsv;
import org.ringback.report.CallFormat;
import org.ringback.report.CallJson;
import org.ringback.report.CallReport;
import org.ringback.report.CallTable;

/** Says which calls are in files and how each ended. */
final class CallsCommand {

    /** Of a file as a whole; the others are counted and listed in the JSON. */
    private static final Map<Reason, CallsText> FAULTS = faults();

    /** Faults of files that were used all the same. */
    private static final Set<Reason> USED = Set.of(Reason.TRUNCATED_FILE, Reason.NO_SIP);

    private final Texts texts;
    private final PrintStream out;
    private final PrintStream err;

    CallsCommand(Texts texts, PrintStream out, PrintStream err) {
        this.texts = texts;
        this.out = out;
        this.err = err;
    }

    private static Map<Reason, CallsText> faults() {
        var faults = new EnumMap<Reason, CallsText>(Reason.class);
        faults.put(Reason.TRUNCATED_FILE, CallsText.TRUNCATED_FILE);
        faults.put(Reason.UNSUPPORTED_FILE, CallsText.UNSUPPORTED_FILE);
        faults.put(Reason.NOT_A_CAPTURE, CallsText.NOT_A_CAPTURE);
        faults.put(Reason.EMPTY_FILE, CallsText.EMPTY_FILE);
        faults.put(Reason.UNREADABLE_FILE, CallsText.UNREADABLE_FILE);
        faults.put(Reason.LOST_LINE_ENDS, CallsText.LOST_LINE_ENDS);
        faults.put(Reason.NO_SIP, CallsText.NO_SIP);
        return Map.copyOf(faults);
    }

    /** Prints what was found, even if some files could not be used or the user stopped it; gives the exit code. */
    int run(Request.Calls asked) {
        Map<Path, Duration> offsets = new LinkedHashMap<>();
        asked.files().forEach(file -> offsets.put(file.path(), file.offset()));
        var progress = new ProgressBar(err, ProgressBar.onTerminal(), System::nanoTime);
        try (var interruption = new Interruption();
                var capture = Capture.open(List.copyOf(offsets.keySet()), offsets)) {
            var reading = new CaptureReading(interruption, progress);
            capture.read(reading);
            progress.clear();
            List<String> names = asked.files().stream().map(CaptureFile::name).toList();
            int unused = tellFaults(reading.unusable(), names);
            boolean nothing = unused == names.size() && asked.format() == CallFormat.TEXT;
            if (!nothing) {
                print(asked, names, reading);
            }
            if (interruption.requested()) {
                tell(texts.get(CallsText.STOPPED));
            }
            out.flush();
            return unused == 0 ? CommandLineProgram.ANSWERED : CommandLineProgram.MISUSE;
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

    /** One line for each file with which something is wrong; gives the number of those that could not be used. */
    private int tellFaults(List<Unusable> unusable, List<String> names) {
        int unused = 0;
        for (Unusable part : unusable) {
            CallsText fault = FAULTS.get(part.reason());
            if (fault != null) {
                tell(texts.get(
                        fault, Typed.printable(names.get(part.file())), Typed.printable(part.detail())));
                unused += USED.contains(part.reason()) ? 0 : 1;
            }
        }
        tellEncrypted(unusable, names);
        return unused;
    }

    /** One line for each file with connections that nobody can look into. */
    private void tellEncrypted(List<Unusable> unusable, List<String> names) {
        var connections = new TreeMap<Integer, Integer>();
        for (Unusable part : unusable) {
            if (part.reason() == Reason.ENCRYPTED) {
                connections.merge(part.file(), 1, Integer::sum);
            }
        }
        connections.forEach((file, count) -> tell(
                texts.get(CallsText.ENCRYPTED, Typed.printable(names.get(file)), Integer.toString(count))));
    }

    private void tell(String line) {
        err.print(Command.PROGRAM + ": " + line + "\n");
        err.flush();
    }
}
