package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringback.trace.ErrorLog;

/** A mistake in the program is one line in the user's language, never a stack trace. */
class UncaughtErrorsTest {

    @TempDir
    private Path folder;

    /** A folder cannot be made where there is a file. */
    private Path nowhere() throws IOException {
        return Files.writeString(folder.resolve("file"), "").resolve("ringback.log");
    }

    @Test
    void isOneLineWithTheExitCodeOfAnError() throws IOException {
        assertThat(line(Locale.US))
                .isEqualTo("ringback: This is a mistake in Ringback, not yours: "
                        + "java.lang.IllegalStateException: something broke\n");
        assertThat(line(Locale.US, "explain", "486", "--lang", "ru")).startsWith("ringback: Это ошибка");
        assertThat(line(Run.RUSSIAN)).startsWith("ringback: Это ошибка");
        assertThat(line(Locale.US, "--lang", "xx")).startsWith("ringback: This is a mistake");
    }

    @Test
    void isToldWithTheFileThatHoldsItsTrace() throws IOException {
        Path log = folder.resolve("ringback.log");

        assertThat(line(log, Locale.US))
                .isEqualTo("ringback: This is a mistake in Ringback, not yours: "
                        + "java.lang.IllegalStateException: something broke. "
                        + "Details for its developers, with nothing of your calls: " + log + "\n");
        assertThat(line(log, Run.RUSSIAN)).startsWith("ringback: Это ошибка").endsWith(": " + log + "\n");
        assertThat(log)
                .content()
                .contains("Caused by: java.lang.IllegalStateException", "UncaughtErrorsTest.java:")
                .doesNotContain("something");
    }

    @Test
    void aMissingDisplayAndAMissingGtkAreNamed() {
        var noDisplay = new RuntimeException(new UnsupportedOperationException("Unable to open DISPLAY"));
        var noGtk = new UnsupportedOperationException("Unable to load glass GTK library.");

        assertThat(UncaughtErrors.reason(noDisplay)).isEqualTo(CommandText.NO_DISPLAY);
        assertThat(UncaughtErrors.reason(noGtk)).isEqualTo(CommandText.NO_GTK);
        assertThat(UncaughtErrors.reason(new IllegalStateException())).isEqualTo(CommandText.FAULT);
    }

    @Test
    void tooLittleMemoryIsNoMistakeOfTheProgram() throws IOException {
        var err = new ByteArrayOutputStream();
        var errors = new UncaughtErrors(
                new String[0], new PrintStream(err, false, StandardCharsets.UTF_8), Locale.US, new ErrorLog(nowhere()));

        assertThat(errors.guard(() -> {
                    throw new IllegalStateException(new OutOfMemoryError("Java heap space"));
                }))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("ringback: There is not enough memory for this answer.")
                .hasLineCount(1);
    }

    private String line(Locale system, String... arguments) throws IOException {
        return line(nowhere(), system, arguments);
    }

    private static String line(Path log, Locale system, String... arguments) {
        var err = new ByteArrayOutputStream();
        var errors = new UncaughtErrors(
                arguments, new PrintStream(err, false, StandardCharsets.UTF_8), system, new ErrorLog(log));

        int exitCode = errors.guard(() -> {
            throw new IllegalStateException("wrapped", new IllegalStateException("something\nbroke"));
        });

        assertThat(exitCode).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }
}
