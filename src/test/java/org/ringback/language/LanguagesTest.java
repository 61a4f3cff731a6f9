package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages are discovered by their files and found by tag or locale. */
class LanguagesTest {

    private final Languages languages = new Languages(new MemoryFiles()
            .with("texts/texts_en.properties", "language.name=English\nlanguage.direction=ltr\n")
            .with("texts/texts_pt_BR.properties", "language.name=Português do Brasil\nlanguage.direction=ltr\n")
            .with("texts/texts_ar.properties", "language.name=العربية\nlanguage.direction=rtl\n")
            .with("texts/texts_xx.properties", "")
            .with("texts/notes.txt", "no language"));

    @Test
    void everyTextsFileIsALanguage() {
        assertThat(languages.all()).extracting(Language::tag).containsExactly("ar", "en", "pt-BR", "xx");
        assertThat(languages.all())
                .extracting(Language::ownName)
                .containsExactly("العربية", "English", "Português do Brasil", "xx");
        assertThat(languages.all()).extracting(Language::rightToLeft).containsExactly(true, false, false, false);
    }

    @Test
    void theProgramShipsEnglishAndRussian() {
        assertThat(new Languages(new ProgramFiles()).all())
                .extracting(Language::tag)
                .contains("en", "ru");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt-BR", "PT-br", "pt_BR", " pt-br "})
    void aTagIsFoundWhateverItsCaseAndSeparator(String tag) {
        assertThat(languages.byTag(tag))
                .hasValueSatisfying(found -> assertThat(found.tag()).isEqualTo("pt-BR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pt", "de", "english"})
    void anotherTagIsNot(String tag) {
        assertThat(languages.byTag(tag)).isEmpty();
    }

    @Test
    void theBestLanguageForALocaleIsItsOwnOrAParent() {
        assertThat(languages.bestFor(Locale.forLanguageTag("pt-BR"))).get().hasToString("pt-BR");
        assertThat(languages.bestFor(Locale.forLanguageTag("ar-EG"))).get().hasToString("ar");
        assertThat(languages.bestFor(Locale.UK)).get().hasToString("en");
        assertThat(languages.bestFor(Locale.forLanguageTag("pt-PT"))).get().hasToString("pt-BR");
        assertThat(new Languages(new ProgramFiles()).bestFor(Locale.forLanguageTag("zh-CN")))
                .get()
                .hasToString("zh-Hans");
    }

    @Test
    void aLocaleOfNoLanguageHasNone() {
        assertThat(languages.bestFor(Locale.forLanguageTag("de-AT"))).isEmpty();
        assertThat(languages.bestFor(Locale.ROOT)).isEmpty();
    }

    @Test
    void liveTextsFollowASwitch() {
        var shown = new SimpleObjectProperty<>(languages.texts(languages.english()));
        var live = new LiveTexts(shown);
        var name = live.text(() -> "language.name");
        assertThat(name.get()).isEqualTo("English");

        shown.set(languages.texts(languages.byTag("ar").orElseThrow()));

        assertThat(name.get()).isEqualTo("العربية");
    }
}
