package org.ringback.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.CapturedFiles;
import org.ringback.call.JointCall;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.incident.CommonCauses;
import org.ringback.fuzz.MessageRun;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;
import org.ringback.reading.Examined;

/** Any messages by the whole way, from calls to what is said of them in every language. */
class DiagnosisFuzzTest {

    private static final int MOST = 14;

    private final Diagnosis diagnosis = new Diagnosis();
    private final List<FindingTexts> words;

    DiagnosisFuzzTest() {
        var languages = new Languages(new ProgramFiles());
        words = languages.all().stream()
                .map(language -> FindingTexts.load(languages, language))
                .toList();
    }

    static Stream<byte[]> runs() {
        return CapturedFiles.all().stream()
                .map(CapturedFiles::messages)
                .filter(messages -> !messages.isEmpty())
                .map(messages -> MessageRun.of(messages.subList(0, Math.min(MOST, messages.size()))));
    }

    @MethodSource("runs")
    @FuzzTest
    void explainsAnything(byte[] input) {
        List<Captured> messages = MessageRun.messages(input);
        Examined examined = Examined.of(messages, List.of(), Captured.NO_TIME, diagnosis);
        List<Diagnosed> diagnosed =
                examined.calls().stream().map(examined::diagnosed).toList();
        diagnosed.forEach(one -> HeldCapture.unbroken(one).forEach(this::said));
        for (JointCall call : examined.legs().joined(examined.calls())) {
            examined.diagnosed(call).findings().forEach(found -> said(found.finding()));
        }
        CommonCauses common = examined.incidents(diagnosed);
        assertThat(common.incidents()).doesNotContainNull();
        assertThat(common.broken()).isZero();
    }

    private void said(Finding finding) {
        assertThat(finding.evidence()).as(finding.kind().id()).isNotEmpty();
        Map<String, Value> values = finding.values();
        assertThat(values).doesNotContainValue(null);
        for (FindingTexts text : words) {
            FindingText said = text.of(finding);
            assertThat(said.title()).isNotBlank();
            assertThat(said.what()).isNotBlank();
        }
    }
}
