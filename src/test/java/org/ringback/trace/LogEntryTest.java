package org.ringback.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written of an error helps a developer and tells nothing about anybody's calls. */
class LogEntryTest {

    private static final String SECRET = "sip:alice@example.com";

    private static String of(Throwable error) {
        return LogEntry.of("org.ringback.Told", error);
    }

    @Test
    void beginsWithWhoToldItAndWithTheVersionsOfEverything() {
        assertThat(of(new IllegalStateException()).lines())
                .startsWith(
                        "org.ringback.Told, thread " + Thread.currentThread().getName())
                .element(1)
                .asString()
                .startsWith("Ringback ")
                .contains("Java " + Runtime.version(), System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    @Test
    void namesTheWholeStackOfAllCauses() {
        var error = new IllegalStateException(new IllegalArgumentException(new UnsupportedOperationException()));
        error.addSuppressed(new ArrayStoreException());

        assertThat(of(error))
                .containsSubsequence(
                        "\njava.lang.IllegalStateException\n    at ",
                        "LogEntryTest.namesTheWholeStackOfAllCauses(LogEntryTest.java:",
                        "\nCaused by: java.lang.IllegalArgumentException\n    at ",
                        "\nCaused by: java.lang.UnsupportedOperationException\n    at ",
                        "\nSuppressed: java.lang.ArrayStoreException\n    at ")
                .endsWith("\n\n");
    }

    @Test
    void leavesOutWhateverAMessageMightQuote() {
        var error = new IllegalStateException(SECRET, new NumberFormatException("For input string: \"" + SECRET + '"'));
        error.addSuppressed(new IllegalArgumentException(SECRET));

        assertThat(of(error)).doesNotContain("alice", "example", "sip:");
    }

    @Test
    void keepsWhatTheJavaRuntimeSaysOfTheCode() {
        List<Integer> none = List.of();
        assertThat(of(new NoClassDefFoundError("org/ringback/Lost")))
                .contains("NoClassDefFoundError: org/ringback/Lost\n");
        assertThat(of(thrownBy(() -> none.get(7)))).contains("Index 7 out of bounds for length 0\n");
        assertThat(of(new OutOfMemoryError("Java heap space"))).contains("OutOfMemoryError: Java heap space\n");
    }

    private static Throwable thrownBy(Runnable mistake) {
        try {
            mistake.run();
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("nothing thrown");
    }

    @Test
    void causesThatGoInACircleComeToAnEnd() {
        var one = new IllegalStateException();
        var two = new IllegalArgumentException(one);
        one.initCause(two);

        assertThat(of(one).lines().filter(line -> line.startsWith("Caused by: ")))
                .hasSize(1);
    }

    @Test
    void endlessRecursionDoesNotFillTheFile() {
        assertThat(of(overflow())).contains("StackOverflowError", " more\n").hasSizeLessThan(30_000);
    }

    private static Throwable overflow() {
        try {
            return deeper(0);
        } catch (StackOverflowError e) {
            return e;
        }
    }

    private static Throwable deeper(int depth) {
        return depth < 0 ? new AssertionError("turned over") : deeper(depth + 1);
    }
}
