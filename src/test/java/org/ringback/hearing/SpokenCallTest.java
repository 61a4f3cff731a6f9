package org.ringback.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ringback.call.Call;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.flow.CallMedia;
import org.ringback.reading.CaptureSource;
import org.ringback.reading.Examined;
import org.ringback.reading.Onlooker;
import org.ringback.reading.Reading;
import org.ringback.sound.Peaks;
import org.ringback.sound.Schedule;

/** What was said in calls of real captures. */
class SpokenCallTest {

    private static final Path CAPTURES = Path.of("src/test/resources/captures");

    private static CaptureSource source(String name) {
        return new CaptureSource.Files(List.of(CAPTURES.resolve(name)));
    }

    private static CallMedia media(CaptureSource source) {
        return media(source, "");
    }

    private static CallMedia media(CaptureSource source, String callId) {
        try (Reading reading = Reading.open(source, new Diagnosis(), new Onlooker() {})) {
            reading.read();
            Examined examined = reading.examined();
            for (Call call : examined.calls()) {
                if (!examined.media(call).streams().isEmpty() && call.callId().startsWith(callId)) {
                    return examined.media(call);
                }
            }
        }
        throw new AssertionError("no call with media");
    }

    private static SpokenCall secure(String callId) {
        CaptureSource source = source("../media/srtp.pcap");
        return SpokenCall.of(source, media(source, callId), () -> false).orElseThrow();
    }

    private static SpokenCall spoken(String name) {
        CaptureSource source = source(name);
        return SpokenCall.of(source, media(source), () -> false).orElseThrow();
    }

    private static int loudest(SpokenCall spoken, int channel) {
        Peaks peaks = Peaks.of(spoken.sides().read(8000, 0), spoken.sides().samples(8000), 1);
        return Math.max(peaks.highest(channel, 0), -peaks.lowest(channel, 0));
    }

    @Test
    void bothSidesAreHeardOnTheirOwnChannel() {
        SpokenCall spoken = spoken("sipnab-sip-call-rtp-g711");

        assertThat(spoken.locked()).isFalse();
        assertThat(loudest(spoken, 0)).isGreaterThan(3000);
        assertThat(loudest(spoken, 1)).isGreaterThan(3000);
    }

    @Test
    void aSideOfWhichNothingWasCapturedIsSilent() {
        SpokenCall spoken = spoken("sipnab-sip-rtp-g722.pcap");

        assertThat(spoken.sides().caller()).isEmpty();
        assertThat(spoken.sides().callee().map(Schedule::isAudible)).contains(true);
        assertThat(loudest(spoken, 0)).isZero();
    }

    @Test
    void opusCanBeDecoded() {
        Schedule caller = spoken("sipnab-invite-opus-bye.pcap").sides().caller().orElseThrow();

        assertThat(caller.isAudible()).isTrue();
        assertThat(caller.undecodable()).isEmpty();
    }

    @Test
    void nothingIsHeardOfFilesThatHoldNoPacketsAnyMore() {
        CallMedia media = media(source("sipnab-sip-rtp-g722.pcap"));

        assertThat(SpokenCall.of(source("gen-cancelled.pcap"), media, () -> false))
                .isEqualTo(Optional.empty());
    }

    @Test
    void readingStopsWhenNobodyWantsToHear() {
        CaptureSource source = source("sipnab-sip-rtp-g722.pcap");

        assertThat(SpokenCall.of(source, media(source), () -> true)).isEmpty();
    }

    @Test
    void whoNamesTheKeyIsHeard() {
        SpokenCall spoken = secure("with-key");

        assertThat(spoken.locked()).isFalse();
        assertThat(loudest(spoken, 0)).isBetween(11_000, 13_000);
        assertThat(spoken.sides().samples(8000)).isEqualTo(60 * 160);
    }

    /** Or it would be as loud a noise as a loudspeaker can make. */
    @Test
    void encryptedSoundWithoutAKeyIsNotPlayedAsNoise() {
        SpokenCall spoken = secure("no-key");

        assertThat(spoken.locked()).isTrue();
        assertThat(spoken.audible()).isFalse();
    }

    @Test
    void plainSoundIsHeardThoughAKeyWasNamed() {
        SpokenCall spoken = secure("plain");

        assertThat(spoken.locked()).isFalse();
        assertThat(loudest(spoken, 0)).isBetween(11_000, 13_000);
    }
}
