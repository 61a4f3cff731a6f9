package org.ringback.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;

/** Chinese is found by how it sounds. */
class PinyinTest {

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;
    private static final Answers CHINESE = answers("zh-Hans");
    private static final Answers ENGLISH = answers("en");

    private static Answers answers(String tag) {
        return LIBRARY.answers(LIBRARY.languages().byTag(tag).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "zhanxian, 占线, 486",
        "zhan4 xian4, 占线, 486",
        "wu ren jie ting, 无人接听, 480",
        "wurenjieting, 无人接听, 480",
        "mimacuowu, 密码错误, 401",
        "konghao, 空号, 404",
        "yu'e buzu, 余额不足, 402"
    })
    void aComplaintIsFoundByHowItSounds(String typed, String meant, int code) {
        for (Answers answers : new Answers[] {CHINESE, ENGLISH}) {
            Found found = answers.search(typed);

            assertThat(found.meant()).contains(meant);
            assertThat(found.codes()).startsWith(code);
        }
    }

    /** Words of other languages may begin like half of these syllables. */
    @Test
    void aSentenceOfSyllablesIsMeantSoThoughManyOfItsWordsAreNew() {
        Found found = CHINESE.search("hao ma mei bo quan");

        assertThat(found.meant()).isPresent();
        assertThat(found.codes()).startsWith(484);
    }

    @Test
    void otherWordsAndNumbersMayStandBetween() {
        Found found = CHINESE.search("15 fenzhong jiu duan");

        assertThat(found.meant()).contains("15 分钟就断");
        assertThat(found.codes()).startsWith(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy", "ban", "no answer", "server down", "hanging", "nat", "codec", "fax"})
    void englishStaysEnglish(String typed) {
        assertThat(CHINESE.search(typed).meant()).isEmpty();
        assertThat(ENGLISH.search(typed).meant()).isEmpty();
    }

    @Test
    void everySignOfAComplaintHasASound() {
        Map<String, ?> sounds = Speech.load().get("zh-Hans").latin();

        assertThat(CHINESE.all())
                .allSatisfy(entry -> assertThat(entry.definition().search())
                        .allSatisfy(
                                complaint -> assertThat(complaint.codePoints().filter(Character::isIdeographic))
                                        .allSatisfy(sign -> assertThat(sounds).containsKey(Character.toString(sign)))));
    }
}
