package org.ringback.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.capture.wire.Unusable;
import org.ringback.language.Texts;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Examined;
import org.ringback.report.CallFormat;
import org.ringback.report.MediaCsv;
import org.ringback.report.MediaJson;
import org.ringback.report.MediaReport;
import org.ringback.report.MediaTable;

/** Says which streams of media are in captures and how they came through, or writes what was said. */
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
        return files.run(
                asked.files(),
                /* always= */ false,
                Set.of(Unusable.Reason.NO_SIP),
                (names, reading, faults) -> {
                    Examined examined = reading.examined();
                    if (asked.format() != CallFormat.JSON) {
                        faults.tellParts(examined.unusable(), names);
                    }
                    try (var _ = new PageRelease(reading)) {
                        return answer(asked, names, examined);
                    }
                });
    }

    private ExitCode answer(Request.Media asked, List<String> names, Examined examined) {
        if (asked.wav().isPresent()) {
            out.print(new SoundFile(source(asked.files()), texts).write(asked, examined));
            return ExitCode.ANSWERED;
        }
        MediaReport all = MediaReport.of(names, examined, ZoneId.systemDefault());
        MediaReport report = asked.callId().map(all::only).orElse(all);
        switch (asked.format()) {
            case TEXT -> new MediaTable(texts).print(report, out);
            case JSON -> MediaJson.print(report, out);
            case CSV -> MediaCsv.print(report, out);
        }
        return report.streams().isEmpty() && report.told().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.ANSWERED;
    }

    private static CaptureSource source(List<CaptureFile> files) {
        Map<Path, Duration> offsets = new HashMap<>();
        files.forEach(file -> offsets.putIfAbsent(file.path(), file.offset()));
        return new CaptureSource.Files(files.stream().map(CaptureFile::path).toList(), offsets);
    }
}
