package org.ringback.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code speech.json} says about languages holds together. */
class SpeechTest {

    private static final int KEYS = 34;

    private static final Map<String, Speech> ALL = Speech.load();

    @Test
    void everyKeyOfAKeyboardHasItsLetter() {
        assertThat(ALL)
                .isNotEmpty()
                .allSatisfy((tag, speech) -> assertThat(speech.keyboard())
                        .satisfiesAnyOf(
                                keyboard -> assertThat(keyboard).isEmpty(),
                                keyboard -> assertThat(keyboard.keySet())
                                        .as("keyboard of %s", tag)
                                        .filteredOn(key -> key.equals(key.toLowerCase(Locale.ROOT)))
                                        .hasSize(KEYS)));
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
}
