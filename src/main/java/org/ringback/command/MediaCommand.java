package org.ringback.command;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.Set;
import org.ringback.capture.wire.Unusable;
import org.ringback.language.Texts;
import org.ringback.report.MediaCsv;
import org.ringback.report.MediaJson;
import org.ringback.report.MediaReport;
import org.ringback.report.MediaTable;

/** Says which streams of media are in captures, and how they came through. */
final class MediaCommand {

    private final FileReading files;
    private final Texts texts;
    private final PrintStream out;

    MediaCommand(FileReading files, Texts texts, PrintStream out) {
        this.files = files;
        this.texts = texts;
        this.out = out;
    }

    /** Prints what was found; gives the exit code. */
    ExitCode run(Request.Media asked) {
        return files.run(asked.files(), true, Set.of(Unusable.Reason.NO_SIP), (names, reading, _) -> {
            MediaReport report;
            try (var _ = new PageRelease(reading)) {
                report = MediaReport.of(names, reading.examined(), ZoneId.systemDefault());
            }
            switch (asked.format()) {
                case TEXT -> new MediaTable(texts).print(report, out);
                case JSON -> MediaJson.print(report, out);
                case CSV -> MediaCsv.print(report, out);
            }
            return report.streams().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.ANSWERED;
        });
    }
}
