package org.ringback.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;

/** Vietnamese is read that was typed where no input method is switched on. */
class TelexTest {

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;
    private static final Answers VIETNAMESE =
            LIBRARY.answers(LIBRARY.languages().byTag("vi").orElseThrow());

    @ParameterizedTest
    @CsvSource({
        "khoong nghe masy, không nghe máy",
        "mays baanj, máy bận",
        "sai maatj khaaur, sai mật khẩu",
        "toorng ddaif saapj, tổng đài sập",
        "cuoocj goij bij rowts, cuộc gọi bị rớt",
        "dduwowngf daay, đường dây",
        "nguoiwf goij, người gọi",
        "ddawng kys, đăng ký",
        "hoaf gias quas, hòa giá quá",
        "xoawn, xoăn"
    })
    void lettersBehindAVowelAreItsAccents(String typed, String meant) {
        assertThat(Telex.read(typed, false)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "kho6ng nghe ma1y, không nghe máy",
        "ma1y ba6n5, máy bận",
        "d9u7o7ng2 da6y, đường dây",
        "d9a8ng ky1, đăng ký"
    })
    void digitsBehindAVowelAreItsAccentsToo(String typed, String meant) {
        assertThat(Telex.read(typed, false)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"may ban", "khong nghe may", "server", "codec", "không nghe máy"})
    void whatHasNoSuchLettersStaysAsItIs(String typed) {
        assertThat(Telex.read(typed, true)).isEmpty();
    }

    @Test
    void otherWordsMayStandBetweenOnlyWhereVietnameseIsExpected() {
        assertThat(Telex.read("server khoong trar lowif", true)).contains("server không trả lời");
        assertThat(Telex.read("server khoong trar lowif", false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "khoong nghe masy, không nghe máy, 480",
        "mays baanj, máy bận, 486",
        "sai maatj khaaur, sai mật khẩu, 401"
    })
    void theSearchReadsIt(String typed, String meant, int code) {
        Found found = VIETNAMESE.search(typed);

        assertThat(found.meant()).contains(meant);
        assertThat(found.codes()).startsWith(code);
    }

    @ParameterizedTest
    @CsvSource({"codec, 488", "fax, 488", "busy here, 486", "khong nghe may, 480"})
    void wordsThatAreKnownAreMeantAsTheyStand(String typed, int code) {
        Found found = VIETNAMESE.search(typed);

        assertThat(found.meant()).isEmpty();
        assertThat(found.codes()).startsWith(code);
    }
}
