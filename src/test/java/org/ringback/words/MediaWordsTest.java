package org.ringback.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringback.ShippedLibrary;
import org.ringback.answers.Library;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;
import org.ringback.flow.SpokenCall;
import org.ringback.language.HeldBlanks;

/** How streams are said. */
class MediaWordsTest {

    private static final Library LIBRARY = ShippedLibrary.LIBRARY;

    private static final MediaWords WORDS = new MediaWords(
            LIBRARY.answers(LIBRARY.languages().byTag("en").orElseThrow()).texts());

    private final SpokenCall call = new SpokenCall();

    private CallStream heard(Side side) {
        return call.media().toward(side).getFirst();
    }

    private static List<String> figures(CallStream stream) {
        return WORDS.figures(stream, ZoneOffset.UTC).stream()
                .map(figure -> HeldBlanks.released(figure.name() + ": " + figure.value()))
                .toList();
    }

    @Test
    void aWholeStreamIsBrief() {
        call.caller().lasts(480);

        assertThat(HeldBlanks.released(WORDS.brief(heard(Side.CALLEE)))).isEqualTo("PCMU: packets 480, none lost");
    }

    @Test
    void aStreamWithHolesSaysHowMuchIsMissing() {
        call.callee().arriving(number -> number < 100 || number >= 104).lasts(400);

        assertThat(HeldBlanks.released(WORDS.brief(heard(Side.CALLER)))).isEqualTo("PCMU: packets 396, lost 4 (1.0 %)");
    }

    @Test
    void everythingThatWasMeasuredHasItsName() {
        call.caller().arriving(number -> number != 100).lasts(200);

        assertThat(figures(heard(Side.CALLEE)))
                .containsExactly(
                        "From and to: 192.0.2.1:4000 to 192.0.2.2:5000",
                        "Codecs: PCMU",
                        "First and last packet: 1000 (10:00:02.000) to 1198 (10:00:05.980), within 4 s",
                        "Packets: 199",
                        "Lost: 1 of 200 (0.5 %), at most 1 in a row",
                        "Jitter: mean 0.0 ms, highest 0.0 ms",
                        "Longest wait for a packet, losses and pauses aside: 20 ms",
                        "Sound in a packet (ptime): 20 ms",
                        "DSCP: 0 (CS0)",
                        "Quality (E-model): MOS 3.9 to 4.3, if the delay is between 50 ms and 200 ms",
                        "How that is known: The SDP of the call names the address that it goes to.");
    }

    @Test
    void whatWasNotCapturedIsNotTakenForWhatWasNotSent() {
        assertThat(List.of(CallMedia.Captured.values()))
                .extracting(MediaText::none)
                .containsExactly(MediaText.NOTHING_CAPTURED, MediaText.ELSEWHERE, MediaText.HERE);
    }
}
