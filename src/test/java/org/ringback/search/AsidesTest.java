package org.ringback.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Answers;
import org.ringback.answers.Library;

/** What is typed and is no response code leads to one. */
class AsidesTest {

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;
    private static final Answers ANSWERS = answers("en");
    private static final Answers RUSSIAN = answers("ru");

    private static Answers answers(String tag) {
        return LIBRARY.answers(LIBRARY.languages().byTag(tag).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "17, 486, user busy",
        "cause 41, 503, temporary failure",
        "Q.850;cause=34, 503, no circuit available",
        "NORMAL_TEMPORARY_FAILURE, 503, temporary failure",
        "AST_CAUSE_USER_BUSY, 486, user busy",
        "incompatible_destination, 488, incompatible destination",
        "ORIGINATOR_CANCEL, 487, how a call ended",
        "307, 488, parameter not understood",
        "Warning: 399, 0, miscellaneous",
        "Warning: 390, 488, PJSIP",
        "308, 606, language not supported",
        "rtp_symmetric, 200, belongs to the configuration of Asterisk",
        "RTP_Symmetric=yes, 200, belongs to the configuration of Asterisk",
        "loose_route(), 481, 'the configuration of Kamailio, OpenSIPS'",
        "apply-nat-acl, 408, when there is NAT in between",
        "res_hep_pjsip, 0, copies of messages",
        "560504, 504, your SBC answered",
        "Retry-After, 503, is a header",
        "599, 0, Wireshark",
        "203, 200, 'HTTP has it, as Non-Authoritative Information'",
        "203 Non-Authoritative Information, 200, treats it like 200 OK",
        "450, 400, no product",
        "191, 183, treats it like 183 Session Progress"
    })
    void namesAndNumbersAreAnswered(String typed, int code, String said) {
        Found found = ANSWERS.search(typed);

        assertThat(found.asides())
                .hasSize(1)
                .first()
                .satisfies(aside -> assertThat(aside.text()).contains(said).doesNotContain("ringback "));
        if (code > 0) {
            assertThat(found.codes())
                    .startsWith(found.asides().getFirst().codes().toArray(Integer[]::new));
            assertThat(found.asides().getFirst().codes()).contains(code);
        }
    }

    @Test
    void wordsInANameFromALogFindNothingByChance() {
        Found found = ANSWERS.search("NORMAL_TEMPORARY_FAILURE");

        assertThat(found.codes()).isEqualTo(found.asides().getFirst().codes());
    }

    @Test
    void wordsInASettingFindNothingByChance() {
        Found found = ANSWERS.search("force_rport=yes");

        assertThat(found.codes()).isEqualTo(found.asides().getFirst().codes());
        assertThat(found.codes())
                .isNotEmpty()
                .allSatisfy(code -> assertThat(found.reason(code)).isEmpty());
    }

    @Test
    void whoSaysMoreThanASettingMeansThatToo() {
        Found found = ANSWERS.search("no audio rtp_symmetric");

        assertThat(found.asides()).hasSize(1);
        assertThat(found.codes())
                .hasSizeGreaterThan(found.asides().getFirst().codes().size());
    }

    @Test
    void whoTypesTheWordsOfANameMayMeanTheWords() {
        Found found = ANSWERS.search("normal temporary failure");

        assertThat(found.codes())
                .hasSizeGreaterThan(found.asides().getFirst().codes().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "486",
                "18",
                "busy",
                "max forwards",
                "from user",
                "direct_media",
                "cause",
                "call drops after 30 seconds",
                "404 not found",
                "нет гудков"
            })
    void whatIsNoneOfTheseIsNotCommented(String typed) {
        assertThat(ANSWERS.search(typed).asides()).isEmpty();
    }

    @Test
    void bothLanguagesAnswer() {
        assertThat(RUSSIAN.search("причина 17").asides()).hasSize(1);
        assertThat(RUSSIAN.search("560504").asides().getFirst().text()).contains("ответил ваш SBC");
    }
}
