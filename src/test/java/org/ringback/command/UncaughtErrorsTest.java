package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A mistake in the program is one line in the user's language, never a stack trace. */
class UncaughtErrorsTest {

    @Test
    void isOneLineWithTheExitCodeOfAnError() {
        assertThat(line(Locale.US))
                .isEqualTo("ringback: This is a mistake in Ringback, not yours: "
                        + "java.lang.IllegalStateException: something broke\n");
        assertThat(line(Locale.US, "explain", "486", "--lang", "ru")).startsWith("ringback: Это ошибка");
        assertThat(line(Run.RUSSIAN)).startsWith("ringback: Это ошибка");
        assertThat(line(Locale.US, "--lang", "xx")).startsWith("ringback: This is a mistake");
    }

    @Test
    void aMissingDisplayAndAMissingGtkAreNamed() {
        var noDisplay = new RuntimeException(new UnsupportedOperationException("Unable to open DISPLAY"));
        var noGtk = new UnsupportedOperationException("Unable to load glass GTK library.");

        assertThat(UncaughtErrors.reason(noDisplay)).isEqualTo(CommandText.NO_DISPLAY);
        assertThat(UncaughtErrors.reason(noGtk)).isEqualTo(CommandText.NO_GTK);
        assertThat(UncaughtErrors.reason(new IllegalStateException())).isEqualTo(CommandText.FAULT);
    }

    private static String line(Locale system, String... arguments) {
        var err = new ByteArrayOutputStream();
        var errors = new UncaughtErrors(arguments, new PrintStream(err, false, StandardCharsets.UTF_8), system);

        int exitCode = errors.guard(() -> {
            throw new IllegalStateException("wrapped", new IllegalStateException("something\nbroke"));
        });

        assertThat(exitCode).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }
}
