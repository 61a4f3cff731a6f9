package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ringback.answers.ShareFormat;
import org.ringback.call.ZoneTimes;
import org.ringback.flow.SpokenCall;
import org.ringback.language.HeldBlanks;
import org.ringback.page.Block;
import org.ringback.page.Document;
import org.ringback.pseudonym.Likeness;
import org.ringback.reading.Examined;
import org.ringback.words.MediaTableText;

/** The streams of a call in what is given away. */
class SharedStreamsTest {

    /** Only its packets name it. */
    private static final String PLANTED = "84.17.99.88";

    private static SpokenCall spoken() {
        var call = new SpokenCall();
        call.caller().lasts(100);
        call.callee()
                .from(PLANTED, 7000)
                .arriving(number -> number < 100 || number >= 104)
                .lasts(400);
        return call;
    }

    private static Selection selection(SpokenCall call) {
        Examined examined = call.examined();
        return Selection.of(examined.calls(), examined.legs(), examined);
    }

    private static Selection pseudonymized(Likeness likeness) {
        return selection(spoken()).pseudonymized(likeness, new Random(7), () -> false);
    }

    private static String written(Selection selection, ShareFormat format) throws IOException {
        return HeldBlanks.released(Shared.written("en", selection, format));
    }

    @Test
    void markdownHasATableOfThem() throws IOException {
        assertThat(written(selection(spoken()), ShareFormat.MARKDOWN))
                .containsSubsequence(
                        "### Streams of media (RTP)",
                        "| Begin | From | To | Codec | Seconds | Packets | Lost | Lost, share | Jitter, ms |",
                        "|---|---|---|---|--:|--:|--:|--:|--:|",
                        "| 192.0.2.1:4000 | 192.0.2.2:5000 | PCMU | 2.0 | 100 | 0 | 0.0 % | 0.0 |",
                        "| 84.17.99.88:7000 | 192.0.2.1:4000 | PCMU | 8.0 | 396 | 4 | 1.0 % |",
                        "Lost means: not seen where the capture was made.",
                        "## Messages");
    }

    @Test
    void htmlHasItWithNumbersAtTheirEnd() throws IOException {
        assertThat(written(selection(spoken()), ShareFormat.HTML))
                .contains("<table class=\"figures\">", "<th class=\"number\">Packets</th>")
                .contains("<td>84.17.99.88:7000</td><td>192.0.2.1:4000</td><td>PCMU</td>"
                        + "<td class=\"number\">8.0</td><td class=\"number\">396</td>");
    }

    @Test
    void plainTextHasColumns() {
        var texts = Pages.answers("en").texts();
        Selection selection = selection(spoken());
        List<Block> blocks = new SharedStreams(texts, new ZoneTimes(ZoneOffset.UTC), false)
                .blocks(selection.calls().stream()
                        .map(selection.examined()::media)
                        .toList());

        assertThat(HeldBlanks.released(PlainText.of(new Document(texts.language(), "Call", blocks))))
                .containsPattern("Begin +From +To +Codec +Seconds +Packets +Lost +Lost, share +Jitter, ms\n")
                .containsPattern("\\S+ +84\\.17\\.99\\.88:7000 +192\\.0\\.2\\.1:4000 +PCMU +8\\.0 +396 +4 +1\\.0 % ");
    }

    @Test
    void aCallWithoutStreamsHasNoTable() throws IOException {
        assertThat(written(selection(new SpokenCall()), ShareFormat.MARKDOWN)).doesNotContain("Streams of media");
    }

    @Test
    void ofVeryManyTheRestIsCounted() throws IOException {
        var call = new SpokenCall();
        IntStream.range(0, 120).forEach(_ -> call.caller().lasts(12));
        String left = Pages.answers("en").texts().get(MediaTableText.LEFT_OUT, "20");

        assertThat(written(selection(call), ShareFormat.MARKDOWN)).contains(left);
    }

    @ParameterizedTest
    @EnumSource
    void withPseudonymsNoAddressOfAStreamIsLeftInAnyFormat(ShareFormat format) throws IOException {
        assertThat(written(pseudonymized(Likeness.EXACT), format)).doesNotContain(PLANTED);
        assertThat(written(pseudonymized(Likeness.BLURRED), format)).doesNotContain(PLANTED);
    }

    @Test
    void withPseudonymsTheTableStaysAndTheListOfWhatStaysSaysSo() throws IOException {
        String said = written(selection(spoken()), ShareFormat.MARKDOWN);
        String renamed = written(pseudonymized(Likeness.EXACT), ShareFormat.MARKDOWN);

        assertThat(said).contains(PLANTED).doesNotContain("(SSRC)");
        assertThat(renamed)
                .contains("| PCMU | 8.0 | 396 | 4 | 1.0 % |", ":7000 |")
                .contains(
                        "Streams of media: their ports, codecs, lengths, counts of packets and losses, and jitter stay"
                                + " as they are.");
    }

    @Test
    void whoBlursTimesDoesNotTellWhenAStreamBegan() throws IOException {
        assertThat(written(pseudonymized(Likeness.BLURRED), ShareFormat.MARKDOWN))
                .containsPattern("\n\\| \\\\?- \\| [0-9.]+:7000 \\|");
    }

    @Test
    void aFileOfMessagesAloneSaysNothingOfStreams() throws IOException {
        assertThat(written(pseudonymized(Likeness.EXACT), ShareFormat.TEXT)).doesNotContain("(SSRC)");
    }

    @ParameterizedTest
    @EnumSource(
            value = ShareFormat.class,
            names = {"HTML", "MARKDOWN"})
    void noSourceIsTold(ShareFormat format) throws IOException {
        Selection selection = selection(spoken());
        String written = written(selection, format);

        assertThat(selection.examined().surroundings().media().streams())
                .isNotEmpty()
                .allSatisfy(stream -> assertThat(written).doesNotContainIgnoringCase(MediaJson.ssrc(stream)));
    }
}
