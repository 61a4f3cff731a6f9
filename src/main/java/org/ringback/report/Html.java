package org.ringback.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.page.Block.Facts;
import org.ringback.page.Block.Heading;
import org.ringback.page.Block.Items;
import org.ringback.page.Block.Jumps;
import org.ringback.page.Block.Links;
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

/** A document as one self-contained HTML file: its style is inside, nothing is loaded from anywhere. */
public final class Html {

    private static final String STYLE_FILE = "/report/report.css";

    private Html() {}

    public static String of(Document document) {
        String direction = document.language().rightToLeft() ? "rtl" : "ltr";
        return Printed.blocks(document).stream()
                .map(Html::block)
                .collect(Collectors.joining(
                        "\n",
                        """
                        <!DOCTYPE html>
                        <html lang="%s" dir="%s">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>%s</title>
                        <style>
                        %s</style>
                        </head>
                        <body>
                        <h1>%3$s</h1>
                        """.formatted(document.language().tag(), direction, escape(document.title()), style()),
                        "\n</body>\n</html>\n"));
    }

    private static String style() {
        try (InputStream file = Html.class.getResourceAsStream(STYLE_FILE)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String block(Plain block) {
        return switch (block) {
            case Heading(var text) -> element("h2", text);
            case Subheading(var text) -> element("h3", text);
            case Paragraph(var text) -> element("p", text);
            case Note(var text) -> "<p class=\"note\">" + escape(text) + "</p>";
            case Items(var ordered, var texts) -> items(ordered, texts);
            case Facts(var facts) ->
                facts.stream()
                        .map(fact -> "<tr>" + element("th", fact.name()) + element("td", fact.value()) + "</tr>")
                        .collect(Collectors.joining("\n", "<table class=\"facts\">\n", "\n</table>"));
            case Table table -> table(table);
            case Points points -> points(points);
            case SideBySide columns -> columns(columns);
            case Links(var links) ->
                links.stream()
                        .map(link -> "<li><a href=\"" + escape(link.url()) + "\">" + escape(link.text()) + "</a></li>")
                        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
            case Jumps(var label, var jumps) ->
                jumps.stream()
                        .map(jump -> "<a href=\"#m" + jump.number() + "\">" + escape(jump.text()) + "</a>")
                        .collect(Collectors.joining(", ", "<p class=\"jumps\">" + escape(label) + " ", "</p>"));
            case Picture(var svg, var _) -> "<div class=\"picture\">\n" + svg + "\n</div>";
            case Verbatim(var number, var heading, var text) ->
                "<section class=\"verbatim\" id=\"m" + number + "\">\n" + element("h3", heading) + "\n<pre dir=\"ltr\">"
                        + escape(text) + "</pre>\n</section>";
        };
    }

    private static String items(boolean ordered, List<String> texts) {
        String tag = ordered ? "ol" : "ul";
        return texts.stream()
                .map(text -> element("li", text))
                .collect(Collectors.joining("\n", "<" + tag + ">\n", "\n</" + tag + ">"));
    }

    private static String table(Table table) {
        return Stream.concat(
                        Stream.of(row("th", table.headings(), table.firstNumber())),
                        table.rows().stream().map(cells -> row("td", cells, table.firstNumber())))
                .collect(Collectors.joining(
                        "\n", "<div class=\"wide\"><table class=\"figures\">\n", "\n</table></div>"));
    }

    private static String row(String tag, List<String> cells, int firstNumber) {
        var row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            row.append("<").append(tag).append(i < firstNumber ? ">" : " class=\"number\">");
            row.append(escape(cells.get(i))).append("</").append(tag).append(">");
        }
        return row.append("</tr>").toString();
    }

    private static String points(Points points) {
        var rows = new StringBuilder("<table class=\"points\">\n<tr><th></th><th></th>")
                .append(element("th", points.left().title()))
                .append(element("th", points.right().title()))
                .append("</tr>\n");
        for (int i = 0; i < points.points().size(); i++) {
            var point = points.points().get(i);
            rows.append("<tr><td>")
                    .append(i + 1)
                    .append("</td>")
                    .append(element("th", point.about()))
                    .append(element("td", point.left()))
                    .append(element("td", point.right()))
                    .append("</tr>\n");
        }
        return rows.append("</table>").toString();
    }

    private static String columns(SideBySide columns) {
        var rows = new StringBuilder("<table class=\"columns\">\n<tr>")
                .append(element("th", columns.left().title()))
                .append(element("th", columns.right().title()))
                .append("</tr>\n");
        for (var row : columns.rows()) {
            rows.append("<tr>");
            for (var listed : List.of(row.left(), row.right())) {
                rows.append("<td>")
                        .append(element("h3", row.heading()))
                        .append(items(listed.ordered(), listed.texts()))
                        .append("</td>");
            }
            rows.append("</tr>\n");
        }
        return rows.append("</table>").toString();
    }

    private static String element(String tag, String text) {
        return "<" + tag + ">" + escape(text) + "</" + tag + ">";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
