package org.ringback.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.ringback.answers.Answers;
import org.ringback.answers.Format;
import org.ringback.answers.Library;
import org.ringback.language.Texts;
import org.ringback.report.DiagnosisReport;
import org.ringback.report.FindingDocuments;
import org.ringback.report.FindingJson;
import org.ringback.words.BrokenChecks;

/** Says what went wrong in the calls of files, and what to do about it. */
final class DiagnoseCommand {

    private final FileReading files;
    private final Library library;
    private final Texts texts;
    private final PrintStream out;
    private final Supplier<Optional<Path>> errorLog;

    /**
     * Takes where to read, to ask and to print.
     *
     * @param errorLog where a mistake in a rule can be read about, if there is such a file by then
     */
    DiagnoseCommand(
            FileReading files, Library library, Texts texts, PrintStream out, Supplier<Optional<Path>> errorLog) {
        this.files = files;
        this.library = library;
        this.texts = texts;
        this.out = out;
        this.errorLog = errorLog;
    }

    /** Prints what was found; gives the exit code. */
    ExitCode run(Request.Diagnose asked) {
        return files.run(asked.files(), asked.format() == Format.JSON, (names, reading, faults) -> {
            var report = DiagnosisReport.of(names, reading.examined(), ZoneId.systemDefault());
            print(report, asked.format());
            if (report.brokenChecks() > 0) {
                faults.tell(
                        BrokenChecks.of(report.brokenChecks(), errorLog.get().map(Path::toString), texts));
            }
            return report.somethingFailed() ? ExitCode.CALL_FAILED : ExitCode.ANSWERED;
        });
    }

    private void print(DiagnosisReport report, Format format) {
        if (format == Format.JSON) {
            new FindingJson(library.plainFindings(texts.language()), report.zone())
                    .print(report, texts.language().tag(), out);
        } else {
            var documents = new FindingDocuments(
                    library.findings(texts.language()),
                    library.languages().texts(texts.language()),
                    library.rfcs(),
                    report.zone());
            out.print(Answers.print(documents.report(report), format));
        }
    }
}
