package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.CapturedFiles;
import org.ringback.answers.ShareFormat;
import org.ringback.language.Language;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;

/** {@code ringback share}: the same as Share in the window. */
class ShareOnTheCommandLineTest {

    private static final String SAMPLE = "resources/sample/sample.pcap";
    private static final String FULL = "src/test/resources/captures/gen-asterisk-full.log";

    @TempDir
    private Path folder;

    private static String callId() {
        Run calls = Run.of("calls " + FULL + " --format csv");
        assertThat(calls.exitCode()).isZero();
        return CapturedFiles.messages(Path.of(FULL)).stream()
                .map(message -> new String(message.bytes().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1))
                .filter(text -> text.startsWith("INVITE"))
                .map(text -> text.replaceFirst("(?s).*\r\nCall-ID: ([^\r]*)\r.*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneCallIsSharedAsItIs() {
        String id = callId();
        Run run = Run.of("share " + FULL + " --call " + id);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("INVITE sip:", "Call-ID: " + id).doesNotContain("# ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown", "text"})
    void withPseudonymsWhatStaysIsSaidThereAndInTheFile(String format) {
        String id = callId();
        Run run = Run.of("share " + FULL + " --call " + id + " --pseudonyms --format " + format);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).doesNotContain(id).contains("Kept exactly: times", "Software: ");
        assertThat(run.err())
                .startsWith("ringback: Kept exactly: times")
                .contains("\n  Software: User-Agent: ", "\n  Phrases of responses");
    }

    @Test
    void whatIsSharedAsTextIsReadAgain() throws IOException {
        Path file = folder.resolve("shared.log");
        Run run = Run.of("share " + FULL + " --pseudonyms --output " + file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(CapturedFiles.messages(file)).hasSameSizeAs(CapturedFiles.messages(Path.of(FULL)));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("# ");
    }

    @ParameterizedTest
    @CsvSource({"--pseudonyms, 2000, false", "--blur, 2000, true"})
    void timesMoveOnRequestOnly(String option, int year, boolean moved) {
        Path file = folder.resolve("shared.pcap");
        Run run = Run.of("share " + SAMPLE + " --format pcap " + option + " --output " + file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains(moved ? "Kept exactly: the order" : "Kept exactly: times");
        assertThat(CapturedFiles.messages(file).getFirst().time() / (1_000_000.0 * 86_400 * 365.25) + 1970 < year + 1)
                .isEqualTo(moved);
    }

    @Test
    void onlyProblemsAreTaken() {
        Run problems = Run.of("share " + SAMPLE + " --problems");
        Run all = Run.of("share " + SAMPLE);

        assertThat(problems.exitCode()).isZero();
        assertThat(problems.out().length()).isPositive().isLessThan(all.out().length());
    }

    @Test
    void aCallThatIsNotThereIsNotFound() {
        assertThat(Run.of("share " + SAMPLE + " --call nobody@nowhere"))
                .isEqualTo(new Run(
                        1,
                        "",
                        "ringback: There is no call with the Call-ID nobody@nowhere. To see which there are: ringback"
                                + " calls FILE\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "share, Which file?",
        "share a --call x --problems, Give either --call or --problems.",
        "share a --format json, 'There is no format \"json\". Choose one of: html, markdown, text, pcap.'",
        "share resources/sample/sample.pcap --output /nowhere/there.txt, could not be written"
    })
    void whatCannotBeDoneIsRefusedInOneLine(String line, String words) {
        Run run = Run.of(line);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words).hasLineCount(1);
    }

    @Test
    void noCaptureIsThrownAtAPerson() {
        var languages = new Languages(new ProgramFiles());
        Language english = languages.byTag("en").orElseThrow();
        var output = new ShareOutput(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                true,
                languages.texts(english));
        var asked = new Request.Share(
                List.of(), new WhichCalls.All(), ShareFormat.PCAP, Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> output.check(asked))
                .hasMessage("A capture is not for the eyes. Name a file, for example: --output call.pcap");
    }
}
