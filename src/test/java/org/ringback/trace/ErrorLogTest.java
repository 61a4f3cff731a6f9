package org.ringback.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of a run stand in one file, each once, and nobody is troubled where it cannot be written. */
class ErrorLogTest {

    private static final Path HOME = Path.of("/home/alice");

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("ringback.log");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, /state, /state/ringback/ringback.log",
        "Linux, , /home/alice/.local/state/ringback/ringback.log",
        "Linux, not/absolute, /home/alice/.local/state/ringback/ringback.log",
        "Mac OS X, /state, /home/alice/Library/Logs/ringback/ringback.log",
        "Windows 11, /state, /home/alice/AppData/Local/ringback/ringback.log"
    })
    void liesWhereTheSystemKeepsLogs(String system, String state, String place) {
        Map<String, String> environment = state == null ? Map.of() : Map.of("XDG_STATE_HOME", state);

        assertThat(ErrorLog.usualPlace(environment, system, HOME)).isEqualTo(Path.of(place));
    }

    @Test
    void liesInTheLocalFolderOfWindows() {
        assertThat(ErrorLog.usualPlace(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME))
                .isEqualTo(Path.of("/local/ringback/ringback.log"));
    }

    @Test
    void namesTheFileInWhichTheErrorStands() {
        var log = new ErrorLog(path());
        assertThat(log.file()).isEmpty();

        assertThat(log.add("Somebody", new IllegalStateException())).contains(path());

        assertThat(log.file()).contains(path());
        assertThat(path()).content().matches("(?s)\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z Somebody, .*IllegalStateException.*");
    }

    @Test
    void namesNoFileWhereNoneCanBeWritten() throws IOException {
        Files.writeString(folder.resolve("file"), "no folder");
        var log = new ErrorLog(folder.resolve("file/ringback.log"));

        assertThat(log.add("Somebody", new IllegalStateException())).isEmpty();
        assertThat(log.add("Somebody", new IllegalStateException())).isEmpty();
        assertThat(log.file()).isEmpty();
    }

    @Test
    void anErrorThatComesBackWithEveryFrameIsWrittenOnce() throws IOException {
        var log = new ErrorLog(path());
        for (int i = 0; i < 1000; i++) {
            assertThat(log.add("Somebody", new IllegalStateException("number " + i)))
                    .contains(path());
        }

        assertThat(Files.readAllLines(path()))
                .filteredOn(line -> line.contains("IllegalStateException"))
                .hasSize(1);
    }

    @Test
    void manyDifferentErrorsDoNotGrowTheFileWithoutEnd() throws IOException {
        var log = new ErrorLog(path());
        for (int i = 0; i < 50; i++) {
            assertThat(log.add("Somebody " + i, new IllegalStateException())).contains(path());
        }
        for (int i = 50; i < 500; i++) {
            assertThat(log.add("Somebody " + i, new IllegalStateException())).isEmpty();
        }

        List<String> lines = new ArrayList<>(Files.readAllLines(path()));
        Path old = folder.resolve("ringback.log.old");
        lines.addAll(Files.exists(old) ? Files.readAllLines(old) : List.of());
        assertThat(lines)
                .filteredOn(line -> line.contains("IllegalStateException"))
                .hasSize(50);
    }

    @Test
    void aThreadThatWasToldToStopWritesAndStillKnows() {
        Thread.currentThread().interrupt();

        var file = new ErrorLog(path()).add("Somebody", new IllegalStateException());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).contains(path());
    }

    @Test
    void takesTheErrorsOfWhatIsLoggedButNotItsWords() {
        Logger logger = Logger.getLogger("org.ringback.Reader");
        collected(() -> {
            logger.log(Level.WARNING, "Call f81d4fae@192.0.2.4 failed", new IllegalStateException("alice"));
            logger.log(Level.WARNING, "Only words");
        });

        assertThat(path())
                .content()
                .contains(" org.ringback.Reader, ", "java.lang.IllegalStateException\n")
                .doesNotContain("192.0.2.4", "alice", "Only words");
    }

    @Test
    void whatIsLoggedWithAnErrorIsNoLongerShownInTheTerminal() {
        var withError = new LogRecord(Level.WARNING, "failed");
        withError.setThrown(new IllegalStateException());

        collected(() -> assertThat(Logger.getLogger("").getHandlers())
                .filteredOn(handler -> !(handler instanceof LoggedErrors))
                .allMatch(handler -> handler.isLoggable(new LogRecord(Level.WARNING, "Only words")))
                .noneMatch(handler -> handler.isLoggable(withError)));
    }

    /** Gives the loggers of this process back as they were. */
    private void collected(Runnable logging) {
        Logger root = Logger.getLogger("");
        List<Handler> before = List.of(root.getHandlers());
        List<Filter> filters = before.stream().map(Handler::getFilter).toList();
        new ErrorLog(path()).collectLogged();
        try {
            logging.run();
        } finally {
            Arrays.stream(root.getHandlers())
                    .filter(handler -> !before.contains(handler))
                    .forEach(root::removeHandler);
            for (int i = 0; i < before.size(); i++) {
                before.get(i).setFilter(filters.get(i));
            }
        }
    }
}
