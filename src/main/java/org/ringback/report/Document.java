package org.ringback.report;

import java.util.List;
import org.ringback.language.Language;

/** A page without a format: a title and blocks in reading order. */
public record Document(Language language, String title, List<Block> blocks) {

    /** A part of a page. */
    public sealed interface Block
            permits Heading,
                    Subheading,
                    Paragraph,
                    Note,
                    Items,
                    Facts,
                    Points,
                    SideBySide,
                    Links,
                    Jumps,
                    Picture,
                    Verbatim {}

    /** A heading below the title. */
    public record Heading(String text) implements Block {}

    /** A heading below a heading. */
    public record Subheading(String text) implements Block {}

    /** A paragraph of prose. */
    public record Paragraph(String text) implements Block {}

    /** A paragraph that must not be overlooked. */
    public record Note(String text) implements Block {}

    /** A list; ordered ones are steps. */
    public record Items(boolean ordered, List<String> texts) implements Block {}

    /** Names with values. */
    public record Facts(List<Fact> facts) implements Block {}

    /** A name with its value. */
    public record Fact(String name, String value) {}

    /** Numbered points, each said of the left and of the right. */
    public record Points(String left, String right, List<Point> points) implements Block {}

    /** A point in which two things differ. */
    public record Point(String about, String left, String right) {}

    /** Two texts in columns, section by section. */
    public record SideBySide(String left, String right, List<Row> rows) implements Block {}

    /** A section of both columns. */
    public record Row(String heading, boolean ordered, List<String> left, List<String> right) {}

    /** Addresses for further reading. */
    public record Links(List<Link> links) implements Block {}

    /** Places further down the page: numbers of {@link Verbatim} texts with what stands there. */
    public record Jumps(String label, List<Jump> jumps) implements Block {}

    /** A text that leads to a numbered text of the page. */
    public record Jump(String text, int number) {}

    /** A picture as SVG, and the same in characters of equal width for where no picture can be. */
    public record Picture(String svg, String text) implements Block {}

    /** A text whose every blank counts, with its number on the page. */
    public record Verbatim(int number, String heading, String text) implements Block {}

    /** A text that leads somewhere. */
    public record Link(String text, String url) {}
}
