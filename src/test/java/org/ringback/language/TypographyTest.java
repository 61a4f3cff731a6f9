package org.ringback.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts are set as their language wants them when they are loaded. A held blank is written as {@code ~} here. */
class TypographyTest {

    private static final Languages LANGUAGES = new Languages(new ProgramFiles());
    private static final Texts RUSSIAN = LANGUAGES.texts(language("ru"));
    private static final Texts FRENCH = LANGUAGES.texts(language("fr"));
    private static final Texts ENGLISH = LANGUAGES.texts(language("en"));

    private static Language language(String tag) {
        return LANGUAGES.byTag(tag).orElseThrow();
    }

    private static String shown(String text) {
        return text.replace('\u00a0', '~').replace('\u202f', '^');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "486 — занято. | 486~— занято.",
                "через 32 с приходит BYE | через 32~с приходит BYE",
                "0,5, 1, 2 с и реже | 0,5, 1, 2~с и реже",
                "120 или 180 с, какой бы | 120 или 180~с, какой бы",
                "Отправляйте 200 с SDP | Отправляйте 200 с SDP",
                "шлёт 503 с Retry-After | шлёт 503 с Retry-After",
                "по RFC 3261 и Timer B | по RFC~3261 и Timer~B",
                "RFC о подписках, Timer и прочее | RFC о подписках, Timer и прочее",
                "{0} мс, {least} с. | {0}~мс, {least}~с.",
                "{user} с теми же данными | {user} с теми же данными",
                "tcpdump -i any -s 0 -w calls.pcap port 5060 | tcpdump -i any -s 0 -w calls.pcap port 5060"
            })
    void whereRussianLinesMustNotEnd(String text, String set) {
        assertThat(shown(RUSSIAN.typography().set(text))).isEqualTo(set);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Timer B ran out after 32 s (RFC 3261) | Timer~B ran out after 32~s (RFC~3261)",
                "A is what Timer says | A is what Timer says",
                "200 OK | 200 OK"
            })
    void whereEnglishLinesMustNotEnd(String text, String set) {
        assertThat(shown(ENGLISH.typography().set(text))).isEqualTo(set);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Occupé : pourquoi ? Cherchez ; voyez ! | Occupé~: pourquoi^? Cherchez^; voyez^!",
                "le libellé « Busy Here » du 486 | le libellé «~Busy Here~» du 486",
                "après 32 s (RFC 3261, section 15) | après 32~s (RFC~3261, section~15)",
                "Require: 100rel et sip:alice@example.com | Require: 100rel et sip:alice@example.com"
            })
    void whereFrenchLinesMustNotEnd(String text, String set) {
        assertThat(shown(FRENCH.typography().set(text))).isEqualTo(set);
    }

    @Test
    void textsForProgramsStayAsTheyAreWritten() {
        var plain = LANGUAGES.plain();

        assertThat(plain.texts(language("ru")).typography().set("486 — RFC 3261"))
                .isEqualTo("486 — RFC 3261");
        assertThat(plain.bundle("handbook", "definitions", language("ru")).entries())
                .hasToString(LANGUAGES
                        .bundle("handbook", "definitions", language("ru"))
                        .entries()
                        .toString()
                        .replace('\u00a0', ' '));
    }

    @Test
    void aPageIsSetAsItIsLoaded() {
        var page = LANGUAGES
                .bundle("handbook", "definitions", language("ru"))
                .entries()
                .get("408");

        assertThat(shown(page.path("description").get(0).textValue())).contains("через 32~с", "Timer~B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0 | 0", "5060 | 5060 | 5060", "12345 | 12,345 | 12~345", "1234567 | 1,234,567 | 1~234~567"})
    void countsAreGroupedAsTheLanguageDoes(long count, String english, String russian) {
        assertThat(ENGLISH.numbers().count(count)).isEqualTo(english);
        assertThat(shown(RUSSIAN.numbers().count(count))).isEqualTo(russian);
        assertThat(LANGUAGES.plain().texts(language("ru")).numbers().count(count))
                .isEqualTo(Long.toString(count));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7.5 | 7.5 | 7,5", "32 | 32 | 32", "-0.13 | -0.13 | -0,13"})
    void decimalsAreWrittenAsTheLanguageDoes(BigDecimal number, String english, String russian) {
        assertThat(ENGLISH.numbers().decimal(number)).isEqualTo(english);
        assertThat(RUSSIAN.numbers().decimal(number)).isEqualTo(russian);
        assertThat(LANGUAGES.plain().texts(language("ru")).numbers().decimal(number))
                .isEqualTo(number.toPlainString());
    }
}
