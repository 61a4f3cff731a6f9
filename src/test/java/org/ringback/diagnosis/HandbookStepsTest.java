package org.ringback.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.language.Languages;
import org.ringback.language.ProgramFiles;

/** A finding that knows no better says what the handbook says to do first about its code. */
class HandbookStepsTest {

    private static final Languages LANGUAGES = new Languages(new ProgramFiles());

    private final Trace trace = Trace.ofSignaling();

    private List<String> remedyFor(int status, String language) {
        trace.from("alice").to("bob").request("INVITE");
        trace.from("bob").to("alice").responds(status);
        return FindingTexts.load(LANGUAGES, LANGUAGES.byTag(language).orElseThrow())
                .of(trace.the("refused-at-once"))
                .remedy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void theFirstTwoStepsOfThePage(String language) {
        assertThat(remedyFor(494, language))
                .startsWith(step(494, language, 0), step(494, language, 1))
                .hasSize(4);
    }

    private static String step(int status, String language, int number) {
        return LANGUAGES
                .bundle("handbook", "definitions", LANGUAGES.byTag(language).orElseThrow())
                .entries()
                .get(Integer.toString(status))
                .path("fix")
                .get(number)
                .asText();
    }

    @Test
    void aCodeWithoutAPageHasNone() {
        assertThat(remedyFor(498, "en")).hasSize(2).noneMatch(step -> step.contains("{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void aRefusalAloneIsExplainedInTheWordsOfThePage(String language) {
        assertThat(what(488, language)).contains(gist(488, language)).doesNotContain("{");
    }

    @Test
    void aRefusalWithoutAPageIsExplainedAllTheSame() {
        assertThat(what(498, "en"))
                .contains("refused an INVITE with 498 Told. The INVITE itself")
                .doesNotContain("{");
    }

    private String what(int status, String language) {
        trace.raw(
                "bob",
                "alice",
                String.join(
                        "\r\n",
                        "SIP/2.0 " + status + " Told",
                        "Via: SIP/2.0/UDP " + trace.address("alice").text() + ";branch=z9hG4bK-1",
                        "From: <sip:alice@example.com>;tag=alice-tag",
                        "To: <sip:bob@example.com>;tag=bob-tag",
                        "Call-ID: call-1",
                        "CSeq: 1 INVITE",
                        "",
                        ""));
        return FindingTexts.load(LANGUAGES, LANGUAGES.byTag(language).orElseThrow())
                .of(trace.the("refusal-alone"))
                .what();
    }

    private static String gist(int status, String language) {
        return LANGUAGES
                .bundle("handbook", "definitions", LANGUAGES.byTag(language).orElseThrow())
                .entries()
                .get(Integer.toString(status))
                .path("gist")
                .asText();
    }
}
