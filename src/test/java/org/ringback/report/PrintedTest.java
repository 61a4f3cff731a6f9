package org.ringback.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.page.Badge;
import org.ringback.page.Block;
import org.ringback.page.Block.Fact;
import org.ringback.page.Block.Items;
import org.ringback.page.Block.Paragraph;
import org.ringback.page.Document;
import org.ringback.page.Document.Masthead;
import org.ringback.page.Link;

/** What blocks that only a window can show come to on paper. */
class PrintedTest {

    private static final Link.Code BUSY = new Link.Code("486 Busy Here: The phone is busy", 486, "Busy Here", "Busy");

    private static List<Block.Plain> printed(Block block) {
        return Printed.blocks(Pages.document(block));
    }

    private static Block.Card card(List<Badge> badges, Block.Part... parts) {
        var origin = new Block.Origin(List.of(new Fact("Said by", "a")), new Fact("Known because", "it was seen"));
        return new Block.Card(
                Weight.FAILURE,
                "Refused (failure)",
                "Refused",
                badges,
                "The call was refused.",
                Optional.of(origin),
                List.of(parts),
                new Block.Links(List.of()),
                new Fact("Finding", "refused-busy"));
    }

    private static Link.Proof proof(int number) {
        return new Link.Proof("packet " + number, "486", null);
    }

    @Test
    void aMastheadSaysWhatItsPhraseMeansAndWhatMustNotBeOverlooked() {
        var masthead =
                new Masthead(BUSY, "Busy.", List.of(new Badge.Remark("4xx"), new Badge.Warning("Not registered")));
        var page = new Document(Pages.LIBRARY.languages().english(), "486 Busy Here", Optional.of(masthead), List.of());

        assertThat(Printed.blocks(page)).containsExactly(new Paragraph("Busy."), new Block.Note("Not registered"));
    }

    @Test
    void aSectionSaysThatItStandsInEnglish() {
        var section = new Block.Section(
                "What it means", List.of(new Badge.Fallback("In English")), List.of(new Paragraph("words")));

        assertThat(printed(section))
                .containsExactly(
                        new Block.Heading("What it means"), new Block.Note("In English"), new Paragraph("words"));
    }

    @Test
    void ofACardTheStepsComeBeforeWhatFitsALine() {
        Block.Card card = card(
                List.of(new Badge.Weighed("failure", Weight.FAILURE), new Badge.Fallback("In English")),
                new Block.Seen("Seen in", List.of(proof(1), proof(2)), List.of(new Link.Packet("packet 7: RTP", null))),
                new Block.Steps("What to do", List.of("Wait.")),
                new Block.Aside("Unless", "nobody said so."));

        assertThat(printed(card))
                .containsExactly(
                        new Block.Subheading("Refused (failure)"),
                        new Block.Note("In English"),
                        new Paragraph("The call was refused."),
                        new Paragraph("What to do"),
                        new Items(true, List.of("Wait.")),
                        new Block.Facts(List.of(
                                new Fact("Said by", "a"),
                                new Fact("Known because", "it was seen"),
                                new Fact("Seen in", "packet 1; packet 2; packet 7: RTP"),
                                new Fact("Unless", "nobody said so."),
                                new Fact("Finding", "refused-busy"))),
                        new Block.Links(List.of()));
    }

    @Test
    void ofVeryManyProofsTheFirstOnesAreNamed() {
        var proofs = IntStream.rangeClosed(1, 40).mapToObj(PrintedTest::proof).toList();

        assertThat(printed(card(List.of(), new Block.Seen("Seen in", proofs, List.of())))
                        .toString())
                .contains("packet 12")
                .doesNotContain("packet 13");
    }

    @Test
    void ofVeryManyPacketsTheFirstOnesAreNamed() {
        var packets = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> new Link.Packet("packet " + number, null))
                .toList();

        assertThat(printed(card(List.of(), new Block.Seen("Seen in", List.of(), packets)))
                        .toString())
                .contains("Seen in", "packet 12")
                .doesNotContain("packet 13");
    }

    @Test
    void codesAreNamedAndCannotBeClicked() {
        assertThat(printed(new Block.Codes(List.of(BUSY))))
                .containsExactly(new Items(false, List.of("486 Busy Here: The phone is busy")));
        assertThat(printed(card(List.of(), new Block.About("In the handbook", List.of(BUSY))))
                        .toString())
                .doesNotContain("In the handbook");
    }
}
