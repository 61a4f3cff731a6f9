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

/** More or less time in a packet than was asked for. */
class PacketLengthTest {

    private static Trace asking(String wish, int ticks) {
        Trace trace = answered(SoundCall.ALICE, SoundCall.BOB + wish);
        alice(trace).ticks(ticks, 8000).size(ticks).packets(200);
        bob(trace).packets(500);
        return bye(trace, 10);
    }

    @Test
    void morePerPacketThanIsTakenIsTold() {
        assertThat(found(asking("a=maxptime:20", 480))).containsExactly("packet-time-too-long");
    }

    @Test
    void anotherPacketTimeThanAskedForIsRemarked() {
        assertThat(found(asking("a=ptime:20", 240))).containsExactly("packet-time-differs");
    }

    @Test
    void whatWasAskedForIsWell() {
        assertThat(found(asking("a=ptime:30\na=maxptime:30", 240))).isEmpty();
    }

    @Test
    void whoAskedForNothingTakesAnything() {
        assertThat(found(asking("", 480))).isEmpty();
    }

    @Test
    void theAgreedClockDecidesAndNotTheMeasuredOne() {
        Trace trace = answered(
                description("198.51.100.1", 4000, "111", ""), description("198.51.100.2", 6000, "111", "a=ptime:20"));
        alice(trace)
                .type(111)
                .ticks(960, 48_000)
                .packets(8)
                .at(alice(trace).now() + 40_000)
                .packets(300);
        bob(trace).type(111).ticks(960, 48_000).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    private static final String OPUS = description("198.51.100.1", 4000, "111", "");

    private static Trace opus(String wish) {
        Trace trace = answered(OPUS, description("198.51.100.2", 6000, "111", wish));
        bob(trace).type(111).ticks(960, 48_000).packets(1000);
        return trace;
    }

    @Test
    void whoIsSilentSendsSeldomAndNotMuchInAPacket() {
        Trace muted = opus("a=maxptime:60");
        alice(muted).type(111).ticks(19_200, 48_000).size(1).packets(100);
        Trace encrypted = opus("a=ptime:20\na=maxptime:60");
        alice(encrypted).type(111).ticks(19_200, 48_000).size(13).packets(100);
        Trace mostly = opus("a=maxptime:60");
        for (int i = 0; i < 4; i++) {
            alice(mostly)
                    .sequence(1000 + 40 * i)
                    .type(111)
                    .ticks(19_200, 48_000)
                    .size(3)
                    .packets(20)
                    .ticks(960, 48_000)
                    .size(90)
                    .packets(20);
            mostly.after(10);
        }

        assertThat(found(bye(muted, 42))).isEmpty();
        assertThat(found(bye(encrypted, 42))).isEmpty();
        assertThat(found(bye(mostly, 2))).doesNotContain("packet-time-too-long", "packet-time-differs");
    }

    @Test
    void opusInLongPacketsIsTold() {
        Trace trace = opus("a=maxptime:40");
        alice(trace).type(111).ticks(2880, 48_000).packets(300);

        assertThat(found(bye(trace, 20))).containsExactly("packet-time-too-long");
    }

    @Test
    void timestampsThatRunTooFastAreNoLongPackets() {
        Trace g711 = answered(SoundCall.ALICE, SoundCall.BOB + "a=maxptime:20\na=ptime:20");
        alice(g711).ticks(320, 16_000).size(160).packets(500);
        bob(g711).packets(500);
        Trace opus = opus("a=ptime:20");
        alice(opus).type(111).ticks(320, 16_000).size(80).packets(1000);

        assertThat(found(bye(g711, 10))).doesNotContain("packet-time-too-long", "packet-time-differs");
        assertThat(found(bye(opus, 20))).doesNotContain("packet-time-too-long", "packet-time-differs");
    }

    @Test
    void comfortNoiseBetweenSpeechIsNoSpeech() {
        Trace trace = answered(SoundCall.ALICE, SoundCall.BOB + "a=maxptime:20");
        alice(trace)
                .packets(50)
                .type(13)
                .size(1)
                .ticks(800, 8000)
                .packets(80)
                .type(0)
                .size(160)
                .ticks(160, 8000)
                .packets(50);
        bob(trace).packets(500);

        assertThat(found(bye(trace, 10))).isEmpty();
    }

    @Test
    void picturesOnThePortOfSoundAreNoSound() {
        String video = "a=maxptime:60\nm=video 6000 RTP/AVP 96\na=rtpmap:96 VP8/90000\na=maxptime:60\n";
        Trace trace = answered(OPUS, description("198.51.100.2", 6000, "111", video));
        alice(trace).type(111).ticks(960, 48_000).packets(500);
        alice(trace).ssrc(96).type(96).ticks(7470, 90_000).size(1000).packets(120);
        bob(trace).type(111).ticks(960, 48_000).packets(500);

        assertThat(found(bye(trace, 10))).doesNotContain("packet-time-too-long", "packet-time-differs");
    }

    @Test
    void aWishThatChangesIsNotHeldAgainstAnybody() {
        Trace trace = answered(SoundCall.ALICE, SoundCall.BOB + "a=ptime:20");
        alice(trace).ticks(240, 8000).size(240).packets(300);
        bob(trace).packets(500);
        SoundCall.changed(trace.after(1), 2, SoundCall.ALICE, SoundCall.BOB + "a=ptime:30");

        assertThat(found(bye(trace, 9))).doesNotContain("packet-time-differs");
    }
}
