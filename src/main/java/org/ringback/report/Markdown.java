package org.ringback.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ringback.page.Block.Facts;
import org.ringback.page.Block.Heading;
import org.ringback.page.Block.Items;
import org.ringback.page.Block.Jumps;
import org.ringback.page.Block.Links;
import org.ringback.page.Block.Listed;
import org.ringback.page.Block.Note;
import org.ringback.page.Block.Paragraph;
import org.ringback.page.Block.Picture;
import org.ringback.page.Block.Plain;
import org.ringback.page.Block.Points;
import org.ringback.page.Block.SideBySide;
import org.ringback.page.Block.Subheading;
import org.ringback.page.Block.Table;
import org.ringback.page.Block.Verbatim;
import org.ringback.page.Document;

/** A document as Markdown for tickets and wikis (CommonMark with tables). */
public final class Markdown {

    private static final Pattern LINE_OF_BACKTICKS = Pattern.compile("`{3,}");

    private Markdown() {}

    public static String of(Document document) {
        return Printed.blocks(document).stream()
                .map(Markdown::block)
                .collect(Collectors.joining("\n\n", "# " + MarkdownWords.inline(document.title()) + "\n\n", "\n"));
    }

    private static String block(Plain block) {
        return switch (block) {
            case Heading(var text) -> "## " + MarkdownWords.inline(text);
            case Subheading(var text) -> "### " + MarkdownWords.inline(text);
            case Paragraph(var text) -> MarkdownWords.inline(text);
            case Note(var text) -> "> " + MarkdownWords.inline(text);
            case Items(var ordered, var texts) -> items(ordered, texts, "\n");
            case Facts(var facts) ->
                facts.stream()
                        .map(fact -> "- **" + MarkdownWords.inline(fact.name()) + ":** "
                                + MarkdownWords.inline(fact.value()))
                        .collect(Collectors.joining("\n"));
            case Table table -> table(table);
            case Points points -> points(points);
            case SideBySide columns -> columns(columns);
            case Links(var links) ->
                links.stream()
                        .map(link -> "- [" + MarkdownWords.inline(link.text()) + "](" + link.url() + ")")
                        .collect(Collectors.joining("\n"));
            case Jumps(var label, var jumps) ->
                jumps.stream()
                        .map(jump -> MarkdownWords.inline(jump.text()))
                        .collect(Collectors.joining(", ", MarkdownWords.inline(label) + " ", ""));
            case Picture(var _, var text) -> fenced(text);
            case Verbatim(var _, var heading, var text) ->
                "### " + MarkdownWords.inline(heading) + "\n\n" + fenced(text);
        };
    }

    /** A fence must be longer than any within (CommonMark 0.31, 4.5). */
    private static String fenced(String text) {
        int longest = LINE_OF_BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence;
    }

    private static String items(boolean ordered, List<String> texts, String separator) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> (ordered ? (i + 1) + ". " : "- ") + MarkdownWords.inline(texts.get(i)))
                .collect(Collectors.joining(separator));
    }

    private static String table(Table table) {
        String rule = IntStream.range(0, table.headings().size())
                .mapToObj(column -> column < table.firstNumber() ? "---|" : "--:|")
                .collect(Collectors.joining("", "|", ""));
        return Stream.concat(
                        Stream.of(row(table.headings()), rule),
                        table.rows().stream().map(Markdown::row))
                .collect(Collectors.joining("\n"));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::cell).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String points(Points points) {
        var rows = new StringBuilder("| # | | ")
                .append(cell(points.left().title()))
                .append(" | ")
                .append(cell(points.right().title()))
                .append(" |\n|---|---|---|---|");
        for (int i = 0; i < points.points().size(); i++) {
            var point = points.points().get(i);
            rows.append("\n| ")
                    .append(i + 1)
                    .append(" | **")
                    .append(cell(point.about()))
                    .append("** | ")
                    .append(cell(point.left()))
                    .append(" | ")
                    .append(cell(point.right()))
                    .append(" |");
        }
        return rows.toString();
    }

    private static String columns(SideBySide columns) {
        var rows = new StringBuilder("| | ")
                .append(cell(columns.left().title()))
                .append(" | ")
                .append(cell(columns.right().title()))
                .append(" |\n|---|---|---|");
        for (var row : columns.rows()) {
            rows.append("\n| **")
                    .append(cell(row.heading()))
                    .append("** | ")
                    .append(cellItems(row.left()))
                    .append(" | ")
                    .append(cellItems(row.right()))
                    .append(" |");
        }
        return rows.toString();
    }

    private static String cellItems(Listed listed) {
        return listed.ordered()
                ? items(true, listed.texts(), "<br>").replace("|", "\\|")
                : listed.texts().stream().map(Markdown::cell).collect(Collectors.joining("<br>"));
    }

    private static String cell(String text) {
        return MarkdownWords.inline(text).replace("|", "\\|");
    }
}
