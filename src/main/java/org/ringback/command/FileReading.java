package org.ringback.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringback.capture.Capture;
import org.ringback.language.Texts;

/** Reads the files of a command and lets it answer, even if some could not be used or the user stopped it. */
final class FileReading {

    private final Texts texts;
    private final PrintStream out;
    private final PrintStream err;

    FileReading(Texts texts, PrintStream out, PrintStream err) {
        this.texts = texts;
        this.out = out;
        this.err = err;
    }

    /** Prints what was found. */
    interface Answer {

        /** Gives the exit code if every file could be used; the capture is open until it returns. */
        ExitCode print(List<String> names, CaptureReading reading, Capture capture);
    }

    /**
     * Reads everything; gives the exit code.
     *
     * @param always whether there is an answer even if no file could be used
     */
    ExitCode run(List<CaptureFile> files, boolean always, Answer answer) {
        Map<Path, Duration> offsets = new LinkedHashMap<>();
        files.forEach(file -> offsets.put(file.path(), file.offset()));
        var progress = new ProgressBar(err, ProgressBar.onTerminal(), System::nanoTime);
        try (var interruption = new Interruption();
                var capture = Capture.open(List.copyOf(offsets.keySet()), offsets);
                var reading = new CaptureReading(interruption, progress)) {
            capture.read(reading);
            progress.clear();
            List<String> names = files.stream().map(CaptureFile::name).toList();
            var faults = new FileFaults(texts, err);
            int unused = faults.tell(reading.unusable(), names);
            ExitCode exitCode = ExitCode.MISUSE;
            if (always || unused < names.size()) {
                exitCode = answer.print(names, reading, capture);
            }
            if (interruption.requested()) {
                faults.tell(texts.get(CallsText.STOPPED));
            }
            out.flush();
            return unused == 0 ? exitCode : ExitCode.MISUSE;
        }
    }
}
