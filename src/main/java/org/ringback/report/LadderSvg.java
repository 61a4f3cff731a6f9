package org.ringback.report;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ringback.ladder.Column;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.Line;
import org.ringback.ladder.RowPlaces;
import org.ringback.ladder.Span;
import org.ringback.ladder.TimeColumn;
import org.ringback.ladder.TimeMode;
import org.ringback.language.Texts;
import org.ringback.words.LadderWords;

/**
 * Draws a ladder as one SVG picture that needs nothing else: the whole of it whatever its length, light, with text as text.
 * It uses no ids, so that several of them can stand in one page.
 */
public final class LadderSvg {

    private static final TimeColumn SINCE_START =
            new TimeColumn(TimeMode.SINCE_START, Optional.empty(), ZoneOffset.UTC);

    private static final int ROW = 38;
    private static final int HEAD = 66;
    private static final int MARGIN = 16;
    private static final int BAND = 26;
    private static final int LEG = 26;
    private static final int LANE = 14;
    private static final int NARROWEST = 150;
    private static final int WIDEST = 320;
    private static final int LONGEST_NOTE = 80;

    /** About how wide a letter is, in these sizes of type; an exact width depends on fonts that only a viewer knows. */
    private static final double LABEL_LETTER = 7.6;

    static final double SMALL_LETTER = 6.1;

    private static final String FONT =
            "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', Helvetica, Arial, sans-serif";

    private static final String SMALL = " font-size=\"11\" fill=\"#5b6776\"";
    private static final String CENTERED = " text-anchor=\"middle\"";

    /** As attributes and not as a style sheet, which some viewers do not read and some pages do not allow. */
    private static final Map<String, String> LOOK = Map.of(
            "life", " stroke=\"#cfd6de\"",
            "rule", " stroke=\"#dfe4ea\"",
            "name", CENTERED + " font-weight=\"600\"",
            "sub", CENTERED + SMALL,
            "time", " text-anchor=\"end\"" + SMALL,
            "leg", CENTERED + SMALL,
            "detail", CENTERED + SMALL,
            "note", SMALL,
            "alarm", " font-size=\"11\" fill=\"#c92a2a\"");

    private final TimeColumn times;

    private LadderSvg(TimeColumn times) {
        this.times = times;
    }

    /** With the times since the first row. */
    public static String svg(Ladder ladder, Texts texts) {
        return svg(ladder, texts, SINCE_START);
    }

    /** With the times that are wanted. */
    public static String svg(Ladder ladder, Texts texts, TimeColumn times) {
        return new LadderSvg(times).draw(ladder, new LadderWords(texts));
    }

    /** Where everything stands, in pixels. */
    record Plan(
            double time,
            double first,
            double gap,
            double lanes,
            double notes,
            double width,
            double height,
            RowPlaces places) {

        double x(int column) {
            return first + column * gap;
        }

        double y(int row) {
            return HEAD + places.line(row);
        }

        /** Where something stands whose place is counted from the top of the first row. */
        double below(double place) {
            return HEAD + place;
        }
    }

    private Plan plan(Ladder ladder, LadderWords words) {
        double time = MARGIN
                + 8
                + SMALL_LETTER
                        * IntStream.range(0, ladder.lines().size())
                                .mapToObj(row -> words.time(times, ladder, row))
                                .mapToInt(String::length)
                                .max()
                                .orElse(0);
        double gap = NARROWEST;
        for (Line line : ladder.lines()) {
            double wide = Math.max(
                            LABEL_LETTER * line.label().length(),
                            SMALL_LETTER * words.detail(line).length())
                    + 28;
            gap = Math.max(gap, wide / Math.max(1, Math.abs(line.to() - line.from())));
        }
        gap = Math.min(Math.max(gap, LadderSvgBands.gap(ladder, words)), WIDEST);
        double first = time + (ladder.legs() > 1 ? LEG : 0) + gap / 2;
        double last = first + Math.max(0, ladder.columns().size() - 1) * gap;
        double lanes = last + gap / 2;
        double notes = lanes + ladder.lanes() * LANE + (ladder.lanes() > 0 ? 6 : 0);
        int note = IntStream.range(0, ladder.lines().size())
                .map(row -> Math.min(LONGEST_NOTE, words.note(ladder, row).length()))
                .max()
                .orElse(0);
        var places = new RowPlaces(ladder, ROW, ROW / 2.0 + 4, BAND);
        double height = HEAD + places.top(ladder.lines().size()) + MARGIN + (ladder.leftOut() > 0 ? ROW / 2.0 : 0);
        return new Plan(time, first, gap, lanes, notes, notes + SMALL_LETTER * note + MARGIN, height, places);
    }

    private String draw(Ladder ladder, LadderWords words) {
        Plan plan = plan(ladder, words);
        var svg = new StringBuilder(2000 + ladder.lines().size() * 700);
        svg.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"ladder\" direction=\"ltr\" "
                        + "font-family=\"%s\" font-size=\"13\" fill=\"#1c2430\" role=\"img\" aria-label=\"%s\" "
                        + "width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n")
                .formatted(
                        FONT,
                        Html.escape(words.name(ladder)),
                        n(plan.width()),
                        n(plan.height()),
                        n(plan.width()),
                        n(plan.height())));
        svg.append("<rect fill=\"#fff\" width=\"%s\" height=\"%s\"/>\n".formatted(n(plan.width()), n(plan.height())));
        columns(svg, ladder, words, plan);
        LadderSvgBands.draw(svg, ladder, words, plan);
        for (int row = 0; row < ladder.lines().size(); row++) {
            row(svg, ladder, row, words, plan);
        }
        ladder.spans().forEach(span -> span(svg, span, plan));
        if (ladder.leftOut() > 0) {
            text(svg, "note", MARGIN, plan.height() - MARGIN + 4, words.leftOut(ladder));
        }
        return svg.append("</svg>\n").toString();
    }

    private static void columns(StringBuilder svg, Ladder ladder, LadderWords words, Plan plan) {
        double bottom = plan.below(plan.places().top(ladder.lines().size())) + 4;
        for (int i = 0; i < ladder.columns().size(); i++) {
            Column column = ladder.columns().get(i);
            double x = plan.x(i);
            svg.append("<g><title>%s</title>\n".formatted(Html.escape(title(column, words))));
            line(svg, "life", x, HEAD - 8, x, bottom);
            text(svg, "name", x, 28, fit(words.heading(column), plan.gap() - 10, LABEL_LETTER));
            text(svg, "sub", x, 46, fit(LadderWords.subheading(column), plan.gap() - 10, SMALL_LETTER));
            svg.append("</g>\n");
        }
        line(svg, "rule", MARGIN, HEAD - 8, plan.width() - MARGIN, HEAD - 8);
    }

    private static String title(Column column, LadderWords words) {
        return String.join(
                "\n",
                List.of(words.heading(column), String.join(", ", column.addresses()), column.product()).stream()
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private void row(StringBuilder svg, Ladder ladder, int index, LadderWords words, Plan plan) {
        Line row = ladder.lines().get(index);
        double y = plan.y(index);
        double from = plan.x(row.from());
        double to = plan.x(row.to());
        String color = LadderSvgStroke.color(row);
        svg.append("<g><title>%s</title>\n".formatted(Html.escape(words.spoken(ladder, index))));
        text(svg, "time", plan.time(), y + 4, words.time(times, ladder, index));
        if (ladder.legs() > 1) {
            text(svg, "leg", plan.time() + LEG / 2.0 + 2, y + 4, LadderWords.leg(row));
        }
        double middle = (from + to) / 2;
        double room = Math.max(Math.abs(to - from), plan.gap()) - 24;
        String again = LadderSvgStroke.dashes(row);
        if (row.toItself()) {
            middle = from + plan.gap() / 4;
            room = plan.gap() - 24;
            svg.append("<path fill=\"none\" stroke-width=\"1.6\"%s stroke=\"%s\" d=\"M%s %sh26v10h-20\"/>\n"
                    .formatted(again, color, n(from), n(y - 4)));
            head(svg, from, y + 6, -1, color);
            middle = from + 34 + Math.min(room, LABEL_LETTER * row.label().length()) / 2;
            room -= 20;
        } else {
            int way = to > from ? 1 : -1;
            svg.append("<line stroke-width=\"1.6\"%s stroke=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                    .formatted(again, color, n(from), n(y), n(to - 7 * way), n(y)));
            head(svg, to, y, way, color);
        }
        String label = fit(row.label(), room, LABEL_LETTER);
        String detail = fit(words.detail(row), room, SMALL_LETTER);
        if (Math.abs(row.to() - row.from()) > 1) {
            ground(svg, middle, y - 18, LABEL_LETTER * label.length(), 14);
            ground(svg, middle, y + 4, SMALL_LETTER * detail.length(), 12);
        }
        svg.append("<text text-anchor=\"middle\" font-weight=\"600\" fill=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
                .formatted(color, n(middle), n(y - 6), Html.escape(label)));
        text(svg, "detail", middle, y + 13, detail);
        String note = words.note(ladder, index);
        boolean over = ladder.spansFrom(index).stream().anyMatch(Span::alarming);
        text(svg, over ? "alarm" : "note", plan.notes(), y + 4, fit(note, LONGEST_NOTE, 1));
        svg.append("</g>\n");
    }

    /** Keeps the lifelines that an arrow crosses from running through its letters. */
    private static void ground(StringBuilder svg, double middle, double top, double width, double height) {
        if (width > 0) {
            svg.append("<rect fill=\"#fff\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                    .formatted(n(middle - width / 2 - 3), n(top), n(width + 6), n(height)));
        }
    }

    private static void head(StringBuilder svg, double x, double y, int way, String color) {
        svg.append("<path fill=\"%s\" d=\"M%s %sl%s -4.5v9z\"/>\n".formatted(color, n(x), n(y), n(-9.0 * way)));
    }

    /** A bracket beside the rows; one row makes a short one. */
    private static void span(StringBuilder svg, Span span, Plan plan) {
        double x = plan.lanes() + span.lane() * LANE + LANE / 2.0;
        double top = plan.y(span.from()) - (span.from() == span.to() ? 8 : 0);
        double bottom = plan.y(span.to()) + (span.from() == span.to() ? 8 : 0);
        svg.append("<path fill=\"none\" stroke-width=\"1.6\" stroke=\"%s\" d=\"M%s %sh5V%sh-5\"/>\n"
                .formatted(span.alarming() ? "#c92a2a" : "#8a96a3", n(x - 4), n(top), n(bottom)));
    }

    /** Cut where it would run into its neighbour; the title of its group says it in full. */
    static String fit(String words, double room, double letter) {
        int most = Math.max(3, (int) (room / letter));
        if (words.length() <= most) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(most - 2)) ? most - 2 : most - 1;
        return words.substring(0, end).stripTrailing() + "\u2026";
    }

    private static void text(StringBuilder svg, String style, double x, double y, String words) {
        if (!words.isEmpty()) {
            svg.append(
                    "<text%s x=\"%s\" y=\"%s\">%s</text>\n".formatted(LOOK.get(style), n(x), n(y), Html.escape(words)));
        }
    }

    private static void line(StringBuilder svg, String style, double x1, double y1, double x2, double y2) {
        svg.append("<line%s x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                .formatted(LOOK.get(style), n(x1), n(y1), n(x2), n(y2)));
    }

    /** A number as XML wants it, whatever the locale. */
    static String n(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Long.toString(tenths / 10) + "." + tenths % 10;
    }
}
