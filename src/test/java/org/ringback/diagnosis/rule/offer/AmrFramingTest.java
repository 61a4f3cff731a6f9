package org.ringback.diagnosis.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.Described.audio;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;

/** AMR that each side packs in its own way. */
class AmrFramingTest {

    private final Trace trace = Trace.ofSignaling();

    private static String amr(String address, String formats, String... lines) {
        return audio(address, 4000, formats, lines);
    }

    @Test
    void alignedIsAnsweredByEfficient() {
        trace.talks(
                amr("198.51.100.1", "98 8", "a=rtpmap:98 AMR-WB/16000", "a=fmtp:98 mode-set=0,1,2;octet-align=1"),
                amr("198.51.100.2", "98", "a=rtpmap:98 AMR-WB/16000", "a=fmtp:98 max-red=0"));

        var finding = trace.the("amr-framing-differs");

        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(Trace.frames(finding)).containsExactly(2L, 1L);
        assertThat(finding.values())
                .containsEntry("codec", Value.of("AMR-WB"))
                .containsEntry("offered", Value.of("octet-align=1"))
                .containsEntry("answered", Value.of("octet-align=0"))
                .containsEntry("answerer", Value.of(trace.address("bob")));
    }

    private void answeredWithoutParameters(double talk) {
        trace.talks(
                amr("198.51.100.1", "98 8", "a=rtpmap:98 AMR-WB/16000", "a=fmtp:98 octet-align=1"),
                amr("198.51.100.2", "98", "a=rtpmap:98 AMR-WB/16000"));
        trace.after(talk).from("alice").to("bob").cseq(2).inside("BYE");
        trace.from("bob").to("alice").cseq(2).responds(200, "BYE");
    }

    @Test
    void anAnswerWithoutParametersMayMeanThoseOfTheOffer() {
        answeredWithoutParameters(8);

        assertThat(trace.the("amr-framing-differs").certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void whoTalksForMinutesUnderstandsTheOther() {
        answeredWithoutParameters(90);

        assertThat(trace.found()).doesNotContain("amr-framing-differs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"octet-align=0 | mode-change-period=2", "octet-align=1 | octet-align = 1", "max-red=0 | max-red=0"
            })
    void theSameFormWrittenInAnotherWay(String offered, String answered) {
        trace.talks(
                amr("198.51.100.1", "97", "a=rtpmap:97 AMR/8000", "a=fmtp:97 " + offered),
                amr("198.51.100.2", "97", "a=rtpmap:97 AMR/8000", "a=fmtp:97 " + answered));

        assertThat(trace.found()).doesNotContain("amr-framing-differs");
    }

    @Test
    void whoOffersBothFormsMayBeAnsweredByEither() {
        trace.talks(
                amr(
                        "198.51.100.1",
                        "96 97",
                        "a=rtpmap:96 AMR-WB/16000",
                        "a=rtpmap:97 AMR-WB/16000",
                        "a=fmtp:97 octet-align=1"),
                amr("198.51.100.2", "97", "a=rtpmap:97 AMR-WB/16000", "a=fmtp:97 octet-align=1"));

        assertThat(trace.found()).doesNotContain("amr-framing-differs");
    }

    @Test
    void anotherCodecIsUsed() {
        trace.talks(
                amr("198.51.100.1", "8 97", "a=rtpmap:97 AMR/8000", "a=fmtp:97 octet-align=1"),
                amr("198.51.100.2", "8 97", "a=rtpmap:97 AMR/8000"));

        assertThat(trace.found()).doesNotContain("amr-framing-differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crc=1", "robust-sorting=1", "mode-set=2;interleaving=4"})
    void whatIsThereInAlignedPacketsOnlySaysThatTheyAre(String parameters) {
        trace.talks(
                amr("198.51.100.1", "98", "a=rtpmap:98 AMR-WB/16000", "a=fmtp:98 octet-align=1;" + parameters),
                amr("198.51.100.2", "98", "a=rtpmap:98 AMR-WB/16000", "a=fmtp:98 " + parameters));

        assertThat(trace.found()).doesNotContain("amr-framing-differs");
    }

    @Test
    void aChangePutsItRight() {
        trace.talks(
                amr("198.51.100.1", "98", "a=rtpmap:98 AMR-WB/16000", "a=fmtp:98 octet-align=1"),
                amr("198.51.100.2", "98", "a=rtpmap:98 AMR-WB/16000", "a=fmtp:98 max-red=0"));
        trace.changes(
                2,
                amr("198.51.100.1", "98", "a=rtpmap:98 AMR-WB/16000", "a=fmtp:98 max-red=0"),
                amr("198.51.100.2", "98", "a=rtpmap:98 AMR-WB/16000", "a=fmtp:98 max-red=0"));

        assertThat(trace.found()).doesNotContain("amr-framing-differs");
    }
}
