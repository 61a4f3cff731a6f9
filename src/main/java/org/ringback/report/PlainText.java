package org.ringback.report;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ringback.language.HeldBlanks;
import org.ringback.page.Block.Facts;
import org.ringback.page.Block.Heading;
import org.ringback.page.Block.Items;
import org.ringback.page.Block.Jump;
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
import org.ringback.words.Cells;

/** A document as plain text for a terminal or a mail: no color, lines of at most {@value #WIDTH} cells, but for ladders and tables. */
public final class PlainText {

    private static final int WIDTH = 80;

    /** Java lets a line begin with the full stop of Hindi, and behind a parenthesis with the commas of Arabic. */
    private static final String NEVER_FIRST = "\u0964\u0965\u060c\u061b";

    private final StringBuilder out = new StringBuilder();
    private final Locale locale;

    private PlainText(Locale locale) {
        this.locale = locale;
    }

    public static String of(Document document) {
        var text = new PlainText(document.language().locale());
        text.line("", document.title());
        text.out
                .append("=".repeat(Math.min(WIDTH, Cells.width(document.title()))))
                .append('\n');
        for (Plain block : Printed.blocks(document)) {
            text.out.append('\n');
            text.block(block);
        }
        return text.out.toString();
    }

    private void block(Plain block) {
        switch (block) {
            case Heading(var text) -> {
                line("", text);
                out.append("-".repeat(Math.min(WIDTH, Cells.width(text)))).append('\n');
            }
            case Subheading(var text) -> line("* ", text);
            case Paragraph(var text) -> line("", text);
            case Note(var text) -> line("! ", text);
            case Items(var ordered, var texts) -> items("", ordered, texts);
            case Facts(var facts) -> facts.forEach(fact -> line("  ", fact.name() + ": " + fact.value()));
            case Table table -> table(table);
            case Points points -> points(points);
            case SideBySide columns -> columns(columns);
            case Links(var links) ->
                links.forEach(link -> {
                    line("  ", link.text());
                    out.append("    ").append(link.url()).append('\n');
                });
            case Jumps(var label, var jumps) ->
                line("  ", jumps.stream().map(Jump::text).collect(Collectors.joining(", ", label + " ", "")));
            case Picture(var _, var text) -> out.append(text);
            case Verbatim(var _, var heading, var text) -> {
                line("", heading);
                out.append(text).append('\n');
            }
        }
    }

    /** As wide as it needs, like a ladder. */
    private void table(Table table) {
        List<List<String>> rows = new ArrayList<>(List.of(table.headings()));
        rows.addAll(table.rows());
        var columns = new Columns(rows, table.firstNumber());
        rows.forEach(row -> out.append(HeldBlanks.released(columns.line(row).toString())));
    }

    private void points(Points points) {
        for (int i = 0; i < points.points().size(); i++) {
            var point = points.points().get(i);
            line((i + 1) + ". ", point.about());
            line("   ", point.left());
            line("   ", point.right());
        }
    }

    private void columns(SideBySide columns) {
        for (int i = 0; i < columns.rows().size(); i++) {
            var row = columns.rows().get(i);
            out.append(i == 0 ? "" : "\n");
            line("", row.heading());
            line("  ", columns.left().title());
            items("    ", row.left().ordered(), row.left().texts());
            line("  ", columns.right().title());
            items("    ", row.right().ordered(), row.right().texts());
        }
    }

    private void items(String indent, boolean ordered, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            line(indent + (ordered ? (i + 1) + ". " : "- "), texts.get(i));
        }
    }

    /** A header name such as User-Agent, a path or a setting is searched for or copied as a whole: it stays on one line. */
    private static boolean splitsWord(String text, int at) {
        if (at == text.length() || Character.isWhitespace(text.charAt(at))) {
            return false;
        }
        if (NEVER_FIRST.indexOf(text.charAt(at)) >= 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return before == '-' || before == '/' || (typed(before) && typed(text.charAt(at)));
    }

    private static boolean typed(char character) {
        return character > ' ' && character < 0x7F;
    }

    /**
     * Writes a text after a mark, further lines below the text; breaks where the language allows it. Then all blanks are
     * ordinary ones, for who searches or pastes.
     */
    private void line(String mark, String text) {
        String hanging = " ".repeat(mark.length());
        var breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(text);
        String prefix = mark;
        int start = 0;
        int fits = 0;
        int taken = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (splitsWord(text, end)) {
                continue;
            }
            String piece = text.substring(fits, end);
            boolean tooLong = prefix.length() + taken + Cells.width(piece.stripTrailing()) > WIDTH;
            if (tooLong && fits > start && !piece.isBlank()) {
                out.append(prefix)
                        .append(HeldBlanks.released(text.substring(start, fits).stripTrailing()))
                        .append('\n');
                prefix = hanging;
                start = fits;
                taken = 0;
            }
            taken += Cells.width(piece);
            fits = end;
        }
        out.append(prefix)
                .append(HeldBlanks.released(text.substring(start).stripTrailing()))
                .append('\n');
    }
}
