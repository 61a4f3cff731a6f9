package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ringback.answers.ShareFormat;
import org.ringback.flow.SpokenCall;
import org.ringback.ladder.Happened;
import org.ringback.language.HeldBlanks;
import org.ringback.pseudonym.Likeness;
import org.ringback.reading.Examined;

/** Streams between the messages of a ladder in characters. */
class TextLadderTest {

    private static String markdown(SpokenCall call) throws IOException {
        Examined examined = call.examined();
        return HeldBlanks.released(
                Shared.written("en", Selection.of(examined.calls(), examined.legs(), examined), ShareFormat.MARKDOWN));
    }

    @Test
    void aStreamIsADoubleArrowWhereItBegins() throws IOException {
        var call = new SpokenCall();
        call.caller().at(SpokenCall.ANSWERED + 1_000_000).lasts(99);

        assertThat(markdown(call))
                .containsSubsequence(
                        "|-- 4 ACK ----------------------->|",
                        "3.000     |== PCMU: packets 99, none lost =>|",
                        "|-- 5 BYE");
    }

    @Test
    void figuresThatDoNotFitIntoTheArrowStandBehindIt() throws IOException {
        var call = new SpokenCall();
        call.callee()
                .at(SpokenCall.ANSWERED + 1_000_000)
                .arriving(number -> number < 100 || number >= 104)
                .lasts(400);

        assertThat(markdown(call))
                .containsPattern(
                        "3\\.000     \\|<================================\\| +PCMU: packets 396, lost 4 \\(1\\.0"
                                + " %\\)\n");
    }

    @Test
    void whatTheNetworkDidIsAWavyArrowWithItsSentenceBehindIt() throws IOException {
        Examined examined =
                new Happened().unreachable(Happened.ROUTER, 2).refused().ended().examined();
        String markdown = HeldBlanks.released(
                Shared.written("en", Selection.of(examined.calls(), examined.legs(), examined), ShareFormat.MARKDOWN));

        assertThat(markdown)
                .containsPattern("1\\.500 +\\| +\\|<~~ ICMP host unreachable ~+\\|[ |]+192\\.0\\.2\\.254 says: the host"
                        + " cannot be reached \\(203\\.0\\.113\\.5:5060\\) · the same again: 1 within 500.ms\n")
                .containsPattern("2\\.010 .*TCP RST ~+.*203\\.0\\.113\\.5:5060 refuses the connection\n");
    }

    @Test
    void withPseudonymsNothingIsSaidOfTheNetwork() throws IOException {
        Examined examined =
                new Happened().unreachable(Happened.ROUTER, 2).ended().examined();
        Selection shared = Selection.of(examined.calls(), examined.legs(), examined)
                .pseudonymized(Likeness.EXACT, new Random(5), () -> false);

        assertThat(Shared.written("en", shared, ShareFormat.MARKDOWN)).doesNotContain("~~", "192.0.2.254", "ICMP");
    }

    @Test
    void whoOnlyHasMediaIsAColumn() throws IOException {
        var call = new SpokenCall();
        call.callee().from("192.0.2.9", 7000).lasts(50);

        assertThat(markdown(call))
                .contains("192.0.2.2                         192.0.2.9")
                .contains("|<== PCMU: packets 50, none lost");
    }
}
