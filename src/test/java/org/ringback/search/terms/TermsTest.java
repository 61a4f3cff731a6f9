package org.ringback.search.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each language is taken apart by its own rules. */
class TermsTest {

    private static List<String> stems(String tag, String text) {
        return new Terms(tag, List.of()).of(text).stream().map(Term::stem).toList();
    }

    private static List<String> words(String tag, String text) {
        return new Terms(tag, List.of()).of(text).stream().map(Term::word).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "en, calls, calling",
        "en, codec, codecs",
        "ru, гудки, гудков",
        "ru, каналы, каналов",
        "ru, не регистрируется, не регистрируются",
        "de, Anruf, Anrufe",
        "de, weiterleiten, weitergeleitet",
        "de, auflegen, aufzulegen",
        "es, llamada, llamadas",
        "fr, l’appel, appels",
        "it, chiamata, chiamate",
        "pt-BR, chamada, chamadas",
        "pl, połączenie, połączenia",
        "uk, дзвінок, дзвінка",
        "tr, hatları, hatlar",
        "tr, ışıkları, isik",
        "id, panggil, panggilan",
    })
    void formsOfAWordHaveOneStem(String tag, String one, String other) {
        if (tag.equals("pl") || tag.equals("uk")) {
            assertThat(stems(tag, other).getFirst())
                    .startsWith(stems(tag, one).getFirst().substring(0, 4));
        } else {
            assertThat(stems(tag, other)).isEqualTo(stems(tag, one));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-Hans, 用户忙, 用户 户忙",
        "ja, 話中です, 話中 中で です",
        "ko, 통화중, 통화 화중",
        "ko, blf안됨, blf 안됨",
        "ko, 30초후, 30 초후",
        "th, สายไม่ว่าง, สาย ไม่ ว่าง",
        "th, กำลังคุย, กําลัง คุย",
        "vi, bận máy, ban banmay may"
    })
    void wordsAreFoundWhereNoSpaceStands(String tag, String text, String found) {
        assertThat(String.join(" ", words(tag, text))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"đăng ký, dang ky", "Điện thoại, dien thoai", "połączenie, polaczenie", "hatları, hatlari"})
    void whoeverTypesWithoutAccentsMeansTheSame(String written, String typed) {
        assertThat(Words.fold(written)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({"hi, व्यस्त", "ar, مشغول", "vi, bận"})
    void otherScriptsHaveWordsToo(String tag, String text) {
        assertThat(words(tag, text)).hasSize(1);
    }

    @Test
    void wordsThatSayNothingAreMarked() {
        assertThat(new Terms("en", List.of("please")).of("the phone is busy please"))
                .filteredOn(term -> !term.filler())
                .extracting(Term::word)
                .containsExactly("phone", "busy");
        assertThat(new Terms("ru", List.of()).of("нет гудков"))
                .filteredOn(term -> !term.filler())
                .extracting(Term::word)
                .containsExactly("гудков");
    }

    @Test
    void aLanguageThatNobodyPreparedForIsReadWordByWord() {
        assertThat(words("xx", "Busy, here!")).containsExactly("busy", "here");
        assertThat(stems("xx", "lines")).containsExactly("lines");
    }

    @Test
    void markedStressAndAccentsDoNotMatter() {
        assertThat(stems("ru", "за\u0301нято")).isEqualTo(stems("ru", "занято"));
        assertThat(words("en", "büsy hëre")).containsExactly("busy", "here");
    }
}
