package org.ringback.command;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;
import org.ringback.call.Call;
import org.ringback.call.LegLinks;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.diagnosis.evidence.Circumstances;
import org.ringback.language.Texts;
import org.ringback.report.Diagnosed;
import org.ringback.report.DiagnosisReport;
import org.ringback.report.FindingDocuments;
import org.ringback.report.FindingJson;
import org.ringback.report.Format;

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

    /** Prints what was found; gives the exit code. */
    ExitCode run(Request.Diagnose asked) {
        return new FileReading(texts, out, err)
                .run(asked.files(), asked.format() == Format.JSON, (names, reading, _) -> {
                    var report = diagnose(names, reading);
                    print(report, asked.format());
                    return report.failed() > 0 ? ExitCode.CALL_FAILED : ExitCode.ANSWERED;
                });
    }

    private static DiagnosisReport diagnose(List<String> names, CaptureReading reading) {
        List<Call> calls = reading.calls().calls();
        LegLinks links = LegLinks.of(calls);
        var circumstances = new Circumstances(
                calls, links, reading.unusable(), reading.calls().captureEnd());
        List<Diagnosed> diagnosed = calls.stream()
                .map(call -> new Diagnosed(call, Diagnosis.of(call, circumstances)))
                .toList();
        return new DiagnosisReport(
                names,
                diagnosed,
                links,
                reading.calls().tally().messages(),
                reading.unusable(),
                ZoneId.systemDefault());
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
