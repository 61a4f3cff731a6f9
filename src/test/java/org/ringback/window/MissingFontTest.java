package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringback.language.Language;
import org.ringback.settings.Settings;

/** Whoever sees boxes instead of letters is told which package has the letters, once. */
class MissingFontTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "en, English, none",
                "uk, Українська, none",
                "vi, Tiếng Việt, none",
                "ar, العربية, fonts-noto-core",
                "hi, हिन्दी, fonts-noto-core",
                "th, ไทย, fonts-noto-core",
                "ja, 日本語, fonts-noto-cjk",
                "ko, 한국어, fonts-noto-cjk",
                "zh-Hans, 简体中文, fonts-noto-cjk"
            })
    void scriptsThatNotEveryFontHasNeedAPackage(String tag, String ownName, String wanted) {
        assertThat(MissingFont.needed(new Language(tag, ownName, false)).orElse(null))
                .isEqualTo(wanted);
    }

    @Test
    void fontconfigIsAskedOrNobodyIs() {
        assertThat(MissingFont.known(new Language("en", "English", false))).isTrue();
    }

    @Test
    void itIsSaidOnceForEachLanguage() throws InterruptedException {
        try (var window = WindowUnderTest.open(Settings.DEFAULTS)) {
            BlockingQueue<String> said = new ArrayBlockingQueue<>(10);
            window.act(() -> {
                var session = window.session();
                new MissingFont(session, language -> false, said::add).look();
            });
            List<Language> languages = window.session().languages();
            Language strange = languages.stream()
                    .filter(language -> MissingFont.needed(language).isPresent())
                    .findFirst()
                    .orElseThrow();
            for (Language language : List.of(strange, languages.getFirst(), strange)) {
                CallsSection.speak(window, language.tag());
            }
            assertThat(said.poll(10, TimeUnit.SECONDS))
                    .startsWith("This computer has no font for ")
                    .contains("fonts-noto-");
            assertThat(said.poll(200, TimeUnit.MILLISECONDS)).isNull();
        }
    }
}
