package org.ringback.diagnosis.rule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringback.diagnosis.rule.media.SoundCall.alice;
import static org.ringback.diagnosis.rule.media.SoundCall.answered;
import static org.ringback.diagnosis.rule.media.SoundCall.bob;
import static org.ringback.diagnosis.rule.media.SoundCall.bye;
import static org.ringback.diagnosis.rule.media.SoundCall.description;
import static org.ringback.diagnosis.rule.media.SoundCall.found;

import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.Trace;
import org.ringback.diagnosis.finding.Certainty;

/** Sound that is encrypted where it should not be, and the other way round. */
class EncryptedSoundTest {

    private static final String KEYS =
            "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj";

    private static String secure(String plain) {
        return plain.replace("RTP/AVP", "RTP/SAVP") + KEYS;
    }

    private static Trace sized(Trace trace, int size) {
        alice(trace).size(size).packets(500);
        bob(trace).size(size).packets(500);
        return bye(trace, 10);
    }

    @Test
    void packetsThatAreLongerByATagAreTold() {
        Trace trace = sized(answered(), 170);

        assertThat(found(trace)).contains("rtp-encrypted-unasked");
        assertThat(trace.the("rtp-encrypted-unasked").certainty()).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void whoAgreesOnKeysOverTheSamePortsNeedNotSaySoBefore() {
        Trace trace = answered();
        trace.media("alice", 4000).sends("bob", 6000, new byte[] {0x10, 0, 0, 1, 'Z', 'R', 'T', 'P', 0, 0, 0, 7, 1});
        trace.media("bob", 6000).sends("alice", 4000, new byte[] {0x10, 0, 0, 1, 'Z', 'R', 'T', 'P', 0, 0, 0, 8, 1});

        assertThat(found(sized(trace, 170))).isEmpty();
    }

    @Test
    void plainSoundIsAsLongAsItShouldBe() {
        assertThat(found(sized(answered(), 160))).isEmpty();
    }

    @Test
    void plainSoundWhereKeysWereAgreedIsTold() {
        assertThat(found(sized(answered(secure(SoundCall.ALICE), secure(SoundCall.BOB)), 160)))
                .contains("rtp-plain-though-secure");
    }

    @Test
    void encryptedSoundWhereKeysWereAgreedIsWell() {
        assertThat(found(sized(answered(secure(SoundCall.ALICE), secure(SoundCall.BOB)), 170)))
                .isEmpty();
    }

    @Test
    void encryptionWithoutATagCanBeAgreed() {
        String offer = secure(SoundCall.ALICE) + " UNAUTHENTICATED_SRTP";
        String answer = secure(SoundCall.BOB) + " UNAUTHENTICATED_SRTP";

        assertThat(found(sized(answered(offer, answer), 160))).isEmpty();
    }

    @Test
    void ofOtherCodecsNobodyKnowsHowLongTheyAre() {
        Trace trace =
                answered(description("198.51.100.1", 4000, "111", ""), description("198.51.100.2", 6000, "111", ""));
        alice(trace).type(111).ticks(960, 48_000).size(970).packets(500);
        bob(trace).type(111).ticks(960, 48_000).size(970).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }
}
