package org.ringback.page;

import java.util.List;
import java.util.Optional;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.handbook.CodeClass;

/** A part of a page. Whoever paints pages has an answer to each of them. */
public sealed interface Block {

    /** What a painter of text alone can show as it is. */
    sealed interface Plain extends Block {}

    /** A heading below the title. */
    record Heading(String text) implements Plain {}

    /** A heading below a heading. */
    record Subheading(String text) implements Plain {}

    /** A paragraph of prose. */
    record Paragraph(String text) implements Plain {}

    /** A paragraph that must not be overlooked. */
    record Note(String text) implements Plain {}

    /** Texts below each other, or beside others in two columns. */
    sealed interface Listed extends Block {

        /** Whether they are steps. */
        default boolean ordered() {
            return false;
        }

        /** Each in one line. */
        List<String> texts();
    }

    /** A list; ordered ones are steps. */
    record Items(boolean ordered, List<String> texts) implements Plain, Listed {}

    /** Paragraphs that belong together. */
    record Paragraphs(List<String> texts) implements Listed {}

    /** What may lie behind a code. */
    record Reasons(List<Reason> reasons) implements Listed {

        @Override
        public List<String> texts() {
            return reasons.stream().map(Reason::text).toList();
        }
    }

    /**
     * One thing that may lie behind a code.
     *
     * @param confirm how to find out whether it does
     * @param text both in one
     */
    record Reason(String cause, String confirm, String text) {}

    /** Names with values. */
    record Facts(List<Fact> facts) implements Plain {}

    /** A name with its value. */
    record Fact(String name, String value) {}

    /**
     * Rows below headings, equally many cells in each.
     *
     * @param firstNumber the column, counted from 0, from which on cells are numbers
     */
    record Table(List<String> headings, int firstNumber, List<List<String>> rows) implements Plain {}

    /** Numbered points, each said of the left and of the right. */
    record Points(Link.Code left, Link.Code right, List<Point> points) implements Plain {}

    /** A point in which two codes differ. */
    record Point(String about, String left, String right) {}

    /** Two codes in columns, section by section. */
    record SideBySide(Link.Code left, Link.Code right, List<Row> rows) implements Plain {}

    /** A section of both columns. */
    record Row(String heading, Listed left, Listed right) {}

    /** A text for the left and one for the right. */
    record Pair(String left, String right) implements Block {}

    /** Addresses for further reading. */
    record Links(List<Link.Web> links) implements Plain {}

    /** Codes that can be looked up. */
    record Codes(List<Link.Code> codes) implements Block {}

    /** Places further down the page: numbers of {@link Verbatim} texts with what stands there. */
    record Jumps(String label, List<Jump> jumps) implements Plain {}

    /** A text that leads to a numbered text of the page. */
    record Jump(String text, int number) {}

    /** A picture as SVG, and the same in characters of equal width for where no picture can be. */
    record Picture(String svg, String text) implements Plain {}

    /** A text whose every blank counts, with its number on the page. */
    record Verbatim(int number, String heading, String text) implements Plain {}

    /** A heading with what belongs to it, and with what must be known of that. */
    record Section(String heading, List<Badge> badges, List<Block> blocks) implements Block {}

    /** What must be known of all that follows. */
    record Badges(List<Badge> badges) implements Block {}

    /** The heart of a page about a code. */
    record Lead(String text, CodeClass codeClass) implements Block {}

    /** The heart of a page, in paragraphs. */
    record Callout(List<String> texts) implements Block {}

    /**
     * One thing that was found out, with its proof and its remedy.
     *
     * @param heading the title with all that the badges say, for where there can be no badges
     * @param what what happened
     * @param links where it is written
     * @param id what it is called in all languages, so that two who do not read the same one speak of the same
     */
    record Card(
            Weight weight,
            String heading,
            String title,
            List<Badge> badges,
            String what,
            Optional<Origin> origin,
            List<Part> parts,
            Links links,
            Fact id)
            implements Block {}

    /** Who said it first and who passed it on, and how that is known. */
    record Origin(List<Fact> who, Fact basis) {}

    /** A part of what is said about something that was found out. */
    sealed interface Part {
        String label();
    }

    /** The messages in which it is seen, and the packets that are no messages and show it too. */
    record Seen(String label, List<Link.Proof> proofs, List<Link.Packet> packets) implements Part {}

    /** What to do, in order. */
    record Steps(String label, List<String> texts) implements Part {}

    /** What speaks against it. */
    record Aside(String label, String text) implements Part {}

    /** Codes that it is about. */
    record About(String label, List<Link.Code> codes) implements Part {}
}
