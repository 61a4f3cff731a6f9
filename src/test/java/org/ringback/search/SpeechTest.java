package org.ringback.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code speech.json} says about languages holds together. */
class SpeechTest {

    /** What every keyboard has letters on; the capitals and digits of some are letters as well. */
    private static final List<String> KEYS = List.of("`qwertyuiop[]asdfghjkl;'zxcvbnm,./".split(""));

    /** Japanese and Chinese are typed in Latin letters. */
    private static final List<String> WITH_KEYBOARD = List.of("ar", "hi", "ko", "ru", "th", "uk");

    private static final Map<String, Speech> ALL = Speech.load();

    @Test
    void everyLanguageWithLettersOfItsOwnHasItsKeyboard() {
        assertThat(ALL)
                .allSatisfy((tag, speech) ->
                        assertThat(speech.keyboard().isEmpty()).as(tag).isEqualTo(!WITH_KEYBOARD.contains(tag)))
                .containsKeys(WITH_KEYBOARD.toArray(String[]::new));
    }

    /** A letter on two keys would not lead back. */
    @Test
    void everyKeyOfAKeyboardHasALetterOfItsOwn() {
        assertThat(WITH_KEYBOARD)
                .allSatisfy(tag -> assertThat(ALL.get(tag).keyboard())
                        .containsKeys(KEYS.toArray(String[]::new))
                        .allSatisfy((key, letter) -> {
                            assertThat(key).hasSize(1);
                            assertThat(letter).isNotBlank();
                        })
                        .satisfies(keyboard -> assertThat(keyboard.values()).doesNotHaveDuplicates()));
    }

    @Test
    void aKeyboardLeadsThereAndBack() {
        var keys = new Keyboard(ALL.get("ru").keyboard());

        assertThat(keys.fromEnglish("pfyznj")).isEqualTo("занято");
        assertThat(keys.fromEnglish("PFYZNJ")).isEqualTo("занято");
        assertThat(keys.toEnglish("игын")).isEqualTo("busy");
    }

    @Test
    void aKeyboardThatPutsSyllablesTogetherLeadsThereAndBack() {
        var keys = new Keyboard(ALL.get("ko").keyboard());

        assertThat(keys.fromEnglish("xhdghkwnd")).isEqualTo("통화중");
        assertThat(keys.fromEnglish("Rmsgrla 488")).isEqualTo("끊김 488");
        assertThat(keys.toEnglish("ㅠㅕ뇨 쌰ㅔ")).isEqualTo("busy tip");
    }

    @Test
    void allSpellingsInLatinLettersComeToTheSame() {
        var romanized = new Romanized(ALL.get("ru").latin(), ALL.get("ru").skeleton());

        assertThat(romanized.skeleton("занято"))
                .isEqualTo(romanized.skeletonOfLatin("zanyato"))
                .isEqualTo(romanized.skeletonOfLatin("zanjato"))
                .isEqualTo(romanized.skeletonOfLatin("zaniato"));
        assertThat(romanized.read("zvonok")).isEqualTo("звонок");
    }

    @Test
    void capitalsAndDigitsOfAKeyboardAreLettersToo() {
        var thai = new Keyboard(ALL.get("th").keyboard());
        var hindi = new Keyboard(ALL.get("hi").keyboard());

        assertThat(thai.fromEnglish("lkps]6f")).isEqualTo("สายหลุด");
        assertThat(thai.fromEnglish("Fmi")).isEqualTo("โทร");
        assertThat(hindi.fromEnglish("HKg")).isEqualTo("फखु");
    }

    @Test
    void wordsInLatinLettersAreReadInEveryLanguageThatHasOthers() {
        assertThat(List.of("ar", "hi", "ja", "ko", "ru", "th", "uk", "zh-Hans"))
                .allSatisfy(tag -> assertThat(ALL.get(tag).latin()).isNotEmpty());
    }

    @Test
    void negationIsHeard() {
        assertThat("no dial tone").containsPattern(ALL.get("en").negation());
        assertThat("normal dial tone").doesNotContainPattern(ALL.get("en").negation());
        assertThat("ses gelmiyor").containsPattern(ALL.get("tr").negation());
        assertThat("ses geliyor").doesNotContainPattern(ALL.get("tr").negation());
    }
}
