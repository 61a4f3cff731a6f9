package org.ringback.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ringback.report.Document.Block;
import org.ringback.report.Document.Facts;
import org.ringback.report.Document.Heading;
import org.ringback.report.Document.Items;
import org.ringback.report.Document.Jumps;
import org.ringback.report.Document.Links;
import org.ringback.report.Document.Note;
import org.ringback.report.Document.Paragraph;
import org.ringback.report.Document.Picture;
import org.ringback.report.Document.Points;
import org.ringback.report.Document.SideBySide;
import org.ringback.report.Document.Subheading;
import org.ringback.report.Document.Verbatim;

/** A document as Markdown for tickets and wikis (CommonMark with tables). */
public final class Markdown {

    private static final Pattern LINE_OF_BACKTICKS = Pattern.compile("`{3,}");

    private Markdown() {}

    public static String of(Document document) {
        return document.blocks().stream()
                .map(Markdown::block)
                .collect(Collectors.joining("\n\n", "# " + inline(document.title()) + "\n\n", "\n"));
    }

    private static String block(Block block) {
        return switch (block) {
            case Heading(var text) -> "## " + inline(text);
            case Subheading(var text) -> "### " + inline(text);
            case Paragraph(var text) -> inline(text);
            case Note(var text) -> "> " + inline(text);
            case Items(var ordered, var texts) -> items(ordered, texts, "\n");
            case Facts(var facts) ->
                facts.stream()
                        .map(fact -> "- **" + inline(fact.name()) + ":** " + inline(fact.value()))
                        .collect(Collectors.joining("\n"));
            case Points points -> points(points);
            case SideBySide columns -> columns(columns);
            case Links(var links) ->
                links.stream()
                        .map(link -> "- [" + inline(link.text()) + "](" + link.url() + ")")
                        .collect(Collectors.joining("\n"));
            case Jumps(var label, var jumps) ->
                jumps.stream()
                        .map(jump -> inline(jump.text()))
                        .collect(Collectors.joining(", ", inline(label) + " ", ""));
            case Picture(var _, var text) -> fenced(text);
            case Verbatim(var _, var heading, var text) -> "### " + inline(heading) + "\n\n" + fenced(text);
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
                .mapToObj(i -> (ordered ? (i + 1) + ". " : "- ") + inline(texts.get(i)))
                .collect(Collectors.joining(separator));
    }

    private static String points(Points points) {
        var rows = new StringBuilder("| # | | ")
                .append(cell(points.left()))
                .append(" | ")
                .append(cell(points.right()))
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
                .append(cell(columns.left()))
                .append(" | ")
                .append(cell(columns.right()))
                .append(" |\n|---|---|---|");
        for (var row : columns.rows()) {
            rows.append("\n| **")
                    .append(cell(row.heading()))
                    .append("** | ")
                    .append(cellItems(row.ordered(), row.left()))
                    .append(" | ")
                    .append(cellItems(row.ordered(), row.right()))
                    .append(" |");
        }
        return rows.toString();
    }

    private static String cellItems(boolean ordered, List<String> texts) {
        return ordered
                ? items(true, texts, "<br>").replace("|", "\\|")
                : texts.stream().map(Markdown::cell).collect(Collectors.joining("<br>"));
    }

    private static String cell(String text) {
        return inline(text).replace("|", "\\|");
    }

    /**
     * Keeps what Markdown would take for its own: {@code *;+sip.608}, {@code <branch>}, {@code a_b}, a leading dash.
     */
    private static String inline(String text) {
        return text.replaceAll("([\\\\`*_<>\\[\\]])|&(?=#?\\w+;)|^([-+#](?=\\s))", "\\\\$0")
                .replaceFirst("^(\\d+)([.)])(?=\\s)", "$1\\\\$2");
    }
}
