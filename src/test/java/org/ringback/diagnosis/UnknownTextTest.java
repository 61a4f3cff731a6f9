package org.ringback.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.capture.wire.Endpoint;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Value;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;

/** What no message says has words in every sentence. */
class UnknownTextTest {

    private static final Languages LANGUAGES = new Languages(new ProgramFiles());

    private static FindingText said(String language) {
        var kind = Diagnosis.kinds().stream()
                .filter(one -> one.id().equals("invite-unanswered-udp"))
                .findFirst()
                .orElseThrow();
        var finding = Finding.about(kind, Certainty.CERTAIN)
                .proof(List.of())
                .with("sender", Value.of(Endpoint.UNKNOWN))
                .with("receiver", new Value.Unknown())
                .with("repeats", "")
                .with("wait", new Value.UnknownSpan())
                .found();
        return FindingTexts.load(LANGUAGES, LANGUAGES.byTag(language).orElseThrow())
                .of(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | An unknown host sent the INVITE to (unknown) and repeated it (unknown) times over UDP, the last"
                        + " time an unknown time after the first.",
                "ru | Неизвестный узел отправил INVITE на (неизвестно)"
            })
    void noSentenceHasAHole(String language, String beginning) {
        assertThat(said(language).what()).startsWith(beginning).doesNotContain("{", "?");
    }

    private static String whenToTryAgain(Value later) {
        var kind = Diagnosis.kinds().stream()
                .filter(one -> one.id().equals("server-failed"))
                .findFirst()
                .orElseThrow();
        var finding = Finding.about(kind, Certainty.CERTAIN)
                .proof(List.of())
                .with("refuser", "carrier")
                .with("code", new Value.Code(503, "Service Unavailable"))
                .with("later", later)
                .found();
        return FindingTexts.load(LANGUAGES, LANGUAGES.english())
                .of(finding)
                .remedy()
                .getLast()
                .replace('\u00a0', ' ');
    }

    @Test
    void whoDoesNotSayHowLongToWaitIsTriedAgainSoon() {
        assertThat(whenToTryAgain(Value.of(Duration.ofMinutes(2)))).contains("wait 120 s (Retry-After");
        assertThat(whenToTryAgain(new Value.UntoldSpan())).contains("wait a few minutes (Retry-After");
    }
}
