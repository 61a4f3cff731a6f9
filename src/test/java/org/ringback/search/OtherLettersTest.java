package org.ringback.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;

/** What is typed in other letters, in another language or with a slip is understood, and hits say why they are there. */
class OtherLettersTest {

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;
    private static final Answers ENGLISH = answers("en");
    private static final Answers RUSSIAN = answers("ru");

    private static Answers answers(String tag) {
        return LIBRARY.answers(LIBRARY.languages().byTag(tag).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "pfyznj, занято, 486",
        "ytghfdbkmysq gfhjkm, неправильный пароль, 401",
        "игын, busy, 486",
        "ифын, basy, 486",
        "xhdghkwnd, 통화중, 486",
        "ㅠㅕ뇨, busy, 486",
        "zanyato, занято, 486",
        "net gudkov, нет гудков, 180"
    })
    void aSearchSaysWhatItTookTheLettersFor(String typed, String meant, int code) {
        for (Answers answers : new Answers[] {ENGLISH, RUSSIAN}) {
            Found found = answers.search(typed);

            assertThat(found.meant()).contains(meant);
            assertThat(found.codes().subList(0, 2)).contains(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hanashichuu, 話し中, 486",
        "tonghwajung, 통화중, 486",
        "bimilbeonho teullim, 비밀번호 틀림, 401",
        "el5at mash8ool, الخط مشغول, 486",
        "elbassword ghalat, الباسورد غلط, 401",
        "sai mai wang, สายไม่ว่าง, 486",
        "lkps]6f, สายหลุด, 481"
    })
    void everyLanguageWithOtherLettersIsReadInLatinOnes(String typed, String meant, int code) {
        Found found = ENGLISH.search(typed);

        assertThat(found.meant()).contains(meant);
        assertThat(found.codes().subList(0, 2)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ru", "tr", "hi", "zh-Hans"})
    void aSlipComesBeforeWhatAnotherLanguageMayHaveMeant(String tag) {
        assertThat(answers(tag).search("buzy").codes().subList(0, 2)).contains(486);
    }

    /** Half of the words would be Korean by chance. */
    @Test
    void aSentenceIsNotTakenForAnotherLanguageByOneOfItsWords() {
        Found found = answers("it").search("ho sbagliato numero nn esiste");

        assertThat(found.meant()).isEmpty();
        assertThat(found.codes()).startsWith(404);
    }

    @Test
    void aComplaintThatStandsWholeInASentenceIsFound() {
        assertThat(ENGLISH.search("my colleague is on another call right now").codes())
                .startsWith(486);
    }

    @ParameterizedTest
    @CsvSource({"busy", "network", "wrong password", "codec", "retry-after"})
    void wordsThatAreKnownAreMeantAsTheyStand(String typed) {
        assertThat(RUSSIAN.search(typed).meant()).isEmpty();
        for (int length = 3; length < typed.length(); length++) {
            assertThat(RUSSIAN.search(typed.substring(0, length)).meant())
                    .as(typed.substring(0, length))
                    .isEmpty();
        }
    }

    @Test
    void everyLanguageIsSearchedFromEveryOther() {
        Found found = ENGLISH.search("обрыв через 15 минут");

        assertThat(found.codes()).startsWith(422);
        assertThat(found.reason(422))
                .hasValueSatisfying(why -> assertThat(why.language().tag()).isEqualTo("ru"));
    }

    @Test
    void aHitThatIsNotObviousHasAReason() {
        Found found = ENGLISH.search("fr_timer");

        assertThat(found.codes()).startsWith(100);

        assertThat(found.reason(100)).hasValueSatisfying(why -> {
            assertThat(why.kind()).isEqualTo(PassageKind.FIX);
            assertThat(WhyFoundText.of(why, ENGLISH.texts()))
                    .isEqualTo("fix: Shorten the wait for dead peers so that the next route starts sooner, in Kamailio"
                            + " with fr_timer");
        });
        assertThat(ENGLISH.search("Busy Here").reason(486)).isEmpty();
    }

    @Test
    void wordsThatAreWrittenTogetherAreFoundApartAndTheOtherWayRound() {
        assertThat(ENGLISH.search("voice mail light").codes()).startsWith(489);
        assertThat(ENGLISH.search("busytone").codes().subList(0, 2)).contains(486);
    }

    @Test
    void shortWordsAreTakenAsTheyAre() {
        assertThat(RUSSIAN.search("СОРМ").codes()).isEmpty();
        assertThat(ENGLISH.search("bussy").codes()).startsWith(486);
    }

    @Test
    void aTypingErrorIsNoneWhereTheWordIsKnown() {
        assertThat(ENGLISH.search("sound").codes().subList(0, 3))
                .doesNotContain(404)
                .startsWith(200);
    }

    @Test
    void codesThatNobodyRegisteredStandBehindUnlessTheirProductIsNamed() {
        assertThat(ENGLISH.search("cannot send to next hop").codes()).contains(477);
        assertThat(ENGLISH.search("next hop not reachable kamailio").codes()).startsWith(477);
        assertThat(RUSSIAN.search("звонок сразу сбрасывается").codes().subList(0, 3))
                .isSubsetOf(486, 603, 403, 400);
    }

    @Test
    void wordsThatSayNothingByThemselvesHaveAReasonToo() {
        assertThat(ENGLISH.search("hello").reason(200))
                .hasValueSatisfying(why -> assertThat(why.text()).contains("hello"));
    }
}
