package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ringback.CapturedLog;

/** What a language lacks comes from its parent or from English, text by text and field by field. */
class FallbackTest {

    private static final TextKey BOTH = () -> "both";
    private static final TextKey ENGLISH_ONLY = () -> "english-only";
    private static final TextKey NOWHERE = () -> "nowhere";

    private final CapturedLog textsLog = new CapturedLog(Texts.class);
    private final CapturedLog bundleLog = new CapturedLog(JsonBundle.class);

    @AfterEach
    void stopCapturing() {
        textsLog.close();
        bundleLog.close();
    }

    private final MemoryFiles files = new MemoryFiles()
            .with("texts/texts_en.properties", """
                language.name=English
                language.direction=ltr
                both=In English: {0}
                english-only=Only in English: {0}
                """)
            .with("texts/texts_xx.properties", """
                language.name=Xx
                language.direction=rtl
                both=Xx: {0}
                """)
            .with("handbook/definitions_en.json", """
                {"486": {"phrase": "busy", "gist": "It is busy.", "seen": ["One.", "Two."]},
                 "600": {"phrase": "busy everywhere"}}
                """)
            .with("handbook/definitions_xx.json", """
                {"486": {"phrase": "xx busy", "seen": ["Xx one."]}}
                """);

    private Language language(String tag) {
        return languages().byTag(tag).orElseThrow();
    }

    private Languages languages() {
        return new Languages(files);
    }

    @Test
    void aMissingTextComesFromEnglish() {
        var texts = languages().texts(language("xx"));

        assertThat(texts.get(BOTH, "1")).isEqualTo("Xx: 1");
        assertThat(texts.get(ENGLISH_ONLY, "1")).isEqualTo("Only in English: 1");
        assertThat(textsLog.messages()).containsExactly("Language xx: 1 texts are missing and stand in English.");
    }

    @Test
    void aTextThatNoLanguageHasIsAMistakeThatNamesItsKey() {
        var texts = languages().texts(language("xx"));

        assertThat(texts.has(NOWHERE)).isFalse();
        assertThatThrownBy(() -> texts.get(NOWHERE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void aMissingFieldComesFromEnglishAndIsReported() {
        var bundle = languages().bundle("handbook", "definitions", language("xx"));

        var busy = bundle.entries().get("486");
        assertThat(busy.get("phrase").asText()).isEqualTo("xx busy");
        assertThat(busy.get("gist").asText()).isEqualTo("It is busy.");
        assertThat(bundle.filledFields("486")).containsExactly("gist");
        assertThat(bundleLog.messages()).hasSize(1).first().asString().contains("definitions_xx", "486", "gist");
    }

    @Test
    void aListIsTakenWholeNeverMixed() {
        var bundle = languages().bundle("handbook", "definitions", language("xx"));

        assertThat(bundle.entries().get("486").get("seen")).hasSize(1);
    }

    @Test
    void aMissingEntryComesFromEnglishAndIsReported() {
        var bundle = languages().bundle("handbook", "definitions", language("xx"));

        assertThat(bundle.entries().get("600").get("phrase").asText()).isEqualTo("busy everywhere");
        assertThat(bundle.filledFields("600")).containsExactly("phrase");
    }

    @Test
    void englishFillsNothing() {
        var bundle = languages().bundle("handbook", "definitions", languages().english());

        assertThat(bundle.filled()).isEmpty();
        assertThat(bundle.filledFields("486")).isEmpty();
    }

    @Test
    void aLanguageWithoutAFileOfThisKindIsWhollyEnglish() {
        files.with("handbook/contrasts_en.json", "{\"486-600\": {\"heart\": \"Here or everywhere.\"}}");

        var bundle = languages().bundle("handbook", "contrasts", language("xx"));

        assertThat(bundle.filledFields("486-600")).containsExactly("heart");
    }

    @Test
    void aRegionFallsToItsLanguageAndThenToEnglish() {
        files.with("texts/texts_pt.properties", "language.name=Português\nboth=Em português: {0}\n")
                .with("texts/texts_pt_BR.properties", "language.name=Português do Brasil\n")
                .with("handbook/definitions_pt.json", "{\"486\": {\"phrase\": \"ocupado\"}}");
        var brazilian = language("pt-BR");

        assertThat(languages().fallbackChain(brazilian)).containsExactly("pt-BR", "pt", "en");
        var texts = languages().texts(brazilian);
        assertThat(texts.get(BOTH, "1")).isEqualTo("Em português: 1");
        assertThat(texts.get(ENGLISH_ONLY, "1")).isEqualTo("Only in English: 1");
        var bundle = languages().bundle("handbook", "definitions", brazilian);
        assertThat(bundle.entries().get("486").get("phrase").asText()).isEqualTo("ocupado");
        assertThat(bundle.filledFields("486")).as("Portuguese is not foreign").containsExactly("gist", "seen");
    }

    @Test
    void aBrokenFileIsNamed() {
        files.with("handbook/definitions_xx.json", "{\"486\": {\"phrase\": ");
        var broken = language("xx");

        assertThatThrownBy(() -> languages().bundle("handbook", "definitions", broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("handbook/definitions_xx.json cannot be read");
    }

    @Test
    void apostrophesAndValuesComeOutAsTheyAre() {
        files.with("texts/texts_xx.properties", "both=caller''s {0}\n");

        assertThat(languages().texts(language("xx")).get(BOTH, "{0} it's 5060")).isEqualTo("caller's {0} it's 5060");
    }
}
