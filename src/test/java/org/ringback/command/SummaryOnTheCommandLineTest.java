package org.ringback.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ringback calls --summary}: numbers instead of the calls. */
class SummaryOnTheCommandLineTest {

    private static final String SAMPLE = "resources/sample/sample.pcap";

    @TempDir
    private Path folder;

    private static Run summary(String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "calls";
        arguments[1] = "--summary";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Run.withArguments(Locale.US, arguments);
    }

    private static JsonNode json(Run run) throws IOException {
        return JsonMapper.builder().build().readTree(run.out());
    }

    @Test
    void saysHowCallsWentInEveryFormat() throws IOException {
        Run text = summary(SAMPLE);
        JsonNode json = json(summary("--format", "json", SAMPLE));

        assertThat(text.exitCode()).isZero();
        assertThat(text.out())
                .contains("Calls: 8. Answered: 2. Failed: 5.", "Answer ratio (ASR): 25.0", "486 Busy Here");
        assertThat(summary("--format", "csv", SAMPLE).out())
                .startsWith("of,name,calls,answered,failed\r\nall,,8,2,5\r\ncode,480,1,0,1\r\n");
        assertThat(json.at("/answerRatio").doubleValue()).isEqualTo(0.25);
        assertThat(json.at("/postDialDelay/median").doubleValue()).isEqualTo(0.119);
        assertThat(json.at("/destinations/0/calls").intValue()).isEqualTo(7);
    }

    @Test
    void countsOnlyWhatFailedIfThatIsAskedFor() throws IOException {
        assertThat(json(summary("--problems", "--format", "json", SAMPLE))
                        .at("/calls")
                        .intValue())
                .isEqualTo(5);
    }

    @Test
    void saysThatThereIsNoCall() throws IOException {
        Path log = Files.writeString(
                folder.resolve("options.log"),
                "OPTIONS sip:200@x SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nFrom: <sip:a@x>;tag=a\r\n"
                        + "To: <sip:b@x>\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n");

        assertThat(summary(log.toString()).out()).startsWith("There is no call in it");
    }
}
