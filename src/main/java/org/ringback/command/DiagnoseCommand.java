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
import org.ringback.diagnosis.Circumstances;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.language.Texts;
import org.ringback.report.Answers;
import org.ringback.report.Diagnosed;
import org.ringback.report.DiagnosisReport;
import org.ringback.report.FindingDocuments;
import org.ringback.report.FindingJson;
import org.ringback.report.Format;
import org.ringback.report.Library;

/** Says what went wrong in the calls of files, and what to do about it. */
final class DiagnoseCommand {

    private final Library library;
    private final Texts texts;
    private final PrintStream out;
    private final PrintStream err;

    DiagnoseCommand(Library library, Texts texts, PrintStream out, PrintStream err) {
        this.library = library;
        this.texts = texts;
        this.out = out;
        this.err = err;
    }

    /** Prints what was found, even if some files could not be used or the user stopped it; gives the exit code. */
    int run(Request.Diagnose asked) {
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
            var report = diagnose(names, reading);
            if (unused < names.size() || asked.format() == Format.JSON) {
                print(report, asked.format());
            }
            if (interruption.requested()) {
                faults.tell(texts.get(CallsText.STOPPED));
            }
            out.flush();
            if (unused > 0) {
                return CommandLineProgram.MISUSE;
            }
            return report.failed() > 0 ? CommandLineProgram.CALL_FAILED : CommandLineProgram.ANSWERED;
        }
    }

    private static DiagnosisReport diagnose(List<String> names, CaptureReading reading) {
        List<Call> calls = reading.calls().calls();
        var circumstances = new Circumstances(
                calls, LegLinks.of(calls), reading.unusable(), reading.calls().captureEnd());
        List<Diagnosed> diagnosed = calls.stream()
                .map(call -> new Diagnosed(call, Diagnosis.of(call, circumstances)))
                .toList();
        return new DiagnosisReport(
                names, diagnosed, reading.calls().tally().messages(), reading.unusable(), ZoneId.systemDefault());
    }

    private void print(DiagnosisReport report, Format format) {
        FindingTexts words = library.findings(texts.language());
        if (format == Format.JSON) {
            new FindingJson(words, report.zone()).print(report, texts.language().tag(), out);
        } else {
            var documents = new FindingDocuments(words, texts, library.rfcs(), report.zone());
            out.print(Answers.print(documents.report(report), format));
        }
    }
}
