package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.description;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Value;
import org.ringback.media.Talker;

/** Packets that have the number of a codec and the length of another one. */
class PayloadOfCodecTest {

    private static final String NAMES =
            "a=rtpmap:97 iLBC/8000\na=rtpmap:98 G726-32/8000\na=rtpmap:18 G729/8000\na=rtpmap:3 GSM/8000\n"
                    + "a=rtpmap:4 G723/8000\na=rtpmap:9 G722/8000\n";

    private static Trace sending(int type, int ticks, int size) {
        Trace trace = call(type);
        alice(trace, type).ticks(ticks, 8000).size(size).packets(300);
        return heard(trace, type);
    }

    private static Trace call(int type) {
        return answered(
                description("198.51.100.1", 4000, Integer.toString(type), NAMES),
                description("198.51.100.2", 6000, Integer.toString(type), NAMES));
    }

    private static Talker alice(Trace trace, int type) {
        return SoundCall.alice(trace).type(type);
    }

    /** The other side sends silence, so that only one is judged. */
    private static Trace heard(Trace trace, int type) {
        bob(trace).type(type).ticks(160, 8000).size(0).packets(400);
        return bye(trace, 8);
    }

    private static List<String> found(Trace trace) {
        return trace.found().stream().filter(id -> id.startsWith("payload-")).toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 160, 20", "8, 160, 33", "8, 240, 30", "9, 160, 320", "98, 160, 20"})
    void anotherLengthThanThatOfTheCodecIsTold(int type, int ticks, int size) {
        Trace trace = sending(type, ticks, size);

        assertThat(found(trace)).containsExactly("payload-length-wrong");
        var finding = trace.the("payload-length-wrong");
        assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(finding.values()).containsEntry("size", Value.of(size));
    }

    @ParameterizedTest
    @CsvSource({"18, 160, 33", "18, 160, 24", "3, 160, 20", "97, 160, 20", "4, 240, 33"})
    void whatHoldsNoWholeFramesIsTold(int type, int ticks, int size) {
        assertThat(found(sending(type, ticks, size))).containsExactly("payload-frames-wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 160, 160",
        "8, 240, 240",
        "9, 160, 160",
        "98, 160, 80",
        "18, 160, 20",
        "18, 240, 30",
        "18, 160, 12",
        "18, 160, 2",
        "3, 160, 33",
        "3, 320, 66",
        "97, 160, 38",
        "97, 240, 50",
        "4, 240, 24",
        "4, 240, 20",
        "4, 240, 4"
    })
    void theLengthOfTheCodecIsWell(int type, int ticks, int size) {
        assertThat(found(sending(type, ticks, size))).isEmpty();
    }

    @Test
    void theTagOfEncryptionIsNoOtherCodec() {
        assertThat(found(sending(0, 160, 170))).isEmpty();
    }

    @Test
    void whoCountsByAnotherClockSendsTheCodecAllTheSame() {
        Trace trace = call(9);
        alice(trace, 9).ticks(320, 16_000).size(160).packets(300);

        assertThat(found(heard(trace, 9))).isEmpty();
    }

    @Test
    void whereKeysWereAgreedALengthProvesNothing() {
        String keys = NAMES + "a=crypto:1 AES_CM_128_HMAC_SHA1_32 inline:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
        Trace trace =
                answered(description("198.51.100.1", 4000, "18", keys), description("198.51.100.2", 6000, "18", keys));
        alice(trace, 18).ticks(160, 8000).size(24).packets(300);

        assertThat(found(heard(trace, 18))).isEmpty();
    }

    @Test
    void aNumberThatMeansSomethingElseToEachSideProvesNothing() {
        Trace trace = answered(
                description("198.51.100.1", 4000, "97", "a=rtpmap:97 iLBC/8000\n"),
                description("198.51.100.2", 6000, "97", "a=rtpmap:97 speex/8000\n"));
        alice(trace, 97).ticks(160, 8000).size(20).packets(300);

        assertThat(found(heard(trace, 97))).isEmpty();
    }

    @Test
    void aFewOddPacketsAreNone() {
        Trace trace = call(18);
        alice(trace, 18).size(20).packets(300).size(33).packets(40);

        assertThat(found(heard(trace, 18))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"G729D/8000, 160, 16", "G729E/8000, 160, 45", "G7291/16000, 320, 81", "PCMU/8000/2, 160, 320"})
    void otherKindsOfACodecHaveOtherLengths(String name, int ticks, int size) {
        String names = "a=rtpmap:99 " + name + "\n";
        Trace trace = answered(
                description("198.51.100.1", 4000, "99", names), description("198.51.100.2", 6000, "99", names));
        alice(trace, 99).ticks(ticks, 8000).size(size).packets(300);

        assertThat(found(heard(trace, 99))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"G729", "G729A", "g729b", "G729AB"})
    void theKindsWithTheSameFramesAreAlike(String name) {
        String names = "a=rtpmap:99 " + name + "/8000\n";
        Trace trace = answered(
                description("198.51.100.1", 4000, "99", names), description("198.51.100.2", 6000, "99", names));
        alice(trace, 99).ticks(160, 8000).size(33).packets(300);

        assertThat(found(heard(trace, 99))).containsExactly("payload-frames-wrong");
    }
}
