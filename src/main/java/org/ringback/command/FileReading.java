package org.ringback.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.capture.wire.Unusable;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.language.Texts;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Onlooker;
import org.ringback.reading.Reading;

/** Reads the files of a command and lets it answer, even if some could not be used or the user stopped it. */
final class FileReading {

    private final Diagnosis diagnosis;
    private final Texts texts;
    private final PrintStream out;
    private final PrintStream err;

    FileReading(Diagnosis diagnosis, Texts texts, PrintStream out, PrintStream err) {
        this.diagnosis = diagnosis;
        this.texts = texts;
        this.out = out;
        this.err = err;
    }

    /** Shows how far reading is, until the user stops it. */
    private record ToldOnTerminal(ProgressBar bar, Interruption interruption) implements Onlooker {

        @Override
        public void progress(long done, long total) {
            bar.show(done, total);
        }

        @Override
        public boolean canceled() {
            return interruption.requested();
        }
    }

    /** How files are read. */
    private interface Opening {
        Reading open(CaptureSource source, Diagnosis diagnosis, Onlooker onlooker);
    }

    /** Prints what was found. */
    interface Answer {

        /** Gives the exit code if every file could be used; the capture is open until it returns. */
        ExitCode print(List<String> names, Reading reading, FileFaults faults);
    }

    /**
     * Reads everything; gives the exit code.
     *
     * @param always whether there is an answer even if no file could be used
     */
    ExitCode run(List<CaptureFile> files, boolean always, Answer answer) {
        return run(files, always, Set.of(), answer);
    }

    /** The same, for an answer about messages and calls only. */
    ExitCode runMessagesOnly(List<CaptureFile> files, boolean always, Answer answer) {
        return run(files, always, Set.of(), Reading::messagesOnly, answer);
    }

    /**
     * The same.
     *
     * @param harmless why a file may give no messages without that being worth a word
     */
    ExitCode run(List<CaptureFile> files, boolean always, Set<Unusable.Reason> harmless, Answer answer) {
        return run(files, always, harmless, Reading::open, answer);
    }

    private ExitCode run(
            List<CaptureFile> files, boolean always, Set<Unusable.Reason> harmless, Opening opening, Answer answer) {
        Map<Path, Duration> offsets = new HashMap<>();
        files.forEach(file -> offsets.putIfAbsent(file.path(), file.offset()));
        var progress = new ProgressBar(err, ProgressBar.onTerminal(), System::nanoTime);
        var source =
                new CaptureSource.Files(files.stream().map(CaptureFile::path).toList(), offsets);
        var faults = new FileFaults(texts, err);
        try (var interruption = new Interruption(() -> cutShort(progress, faults));
                var reading = opening.open(source, diagnosis, new ToldOnTerminal(progress, interruption))) {
            reading.read();
            interruption.answering();
            progress.clear();
            List<String> names = names(files, reading.source());
            List<Unusable> worthTelling = reading.unusable().stream()
                    .filter(part -> !harmless.contains(part.reason()))
                    .toList();
            int unused = faults.tell(worthTelling, names);
            ExitCode exitCode = ExitCode.MISUSE;
            if (always || unused < names.size()) {
                exitCode = answer.print(names, reading, faults);
            }
            if (interruption.requested()) {
                faults.tell(texts.get(CallsText.STOPPED));
            }
            out.flush();
            return unused == 0 ? exitCode : ExitCode.MISUSE;
        }
    }

    /** As they were typed; of a file in an archive, what it is called in there behind that. */
    private static List<String> names(List<CaptureFile> files, CaptureSource read) {
        return read instanceof CaptureSource.Files(var paths, var _)
                ? paths.stream().map(path -> name(files, path)).toList()
                : List.of();
    }

    private static String name(List<CaptureFile> files, Path path) {
        return files.stream()
                .filter(file -> path.startsWith(file.path()))
                .findFirst()
                .map(file -> path.equals(file.path())
                        ? file.name()
                        : file.name() + "/" + file.path().relativize(path))
                .orElse(path.toString());
    }

    private void cutShort(ProgressBar progress, FileFaults faults) {
        progress.clear();
        faults.tell(texts.get(CallsText.CUT_SHORT));
    }
}
