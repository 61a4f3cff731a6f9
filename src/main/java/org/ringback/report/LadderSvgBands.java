package org.ringback.report;

import static org.ringback.report.LadderSvg.n;

import java.util.List;
import org.ringback.ladder.Band;
import org.ringback.ladder.Ladder;
import org.ringback.words.LadderWords;

/** Draws the streams of a ladder as the window does: an arrow with words, and a band that is crossed out where packets are lost. */
final class LadderSvgBands {

    private static final String COLOR = "#44566c";
    private static final String GROUND = "#d3dde9";
    static final String LOST = "#c92a2a";
    private static final double WIDTH = 8;
    private static final double LANE = 12;
    private static final double OFF = 10;

    /** How far below the middle of its room the arrow of a stream runs. */
    private static final double ARROW = 8;

    /** What is no longer has no room for a cross: a stroke stands for it, or many short holes would look like a long one. */
    private static final double SHORTEST = 3;

    private final StringBuilder svg;
    private final Ladder ladder;
    private final LadderWords words;
    private final LadderSvg.Plan plan;

    private LadderSvgBands(StringBuilder svg, Ladder ladder, LadderWords words, LadderSvg.Plan plan) {
        this.svg = svg;
        this.ladder = ladder;
        this.words = words;
        this.plan = plan;
    }

    /** How far apart columns must be so that the words of each stream fit over its arrow. */
    static double gap(Ladder ladder, LadderWords words) {
        return ladder.bands().stream()
                .mapToDouble(band -> (LadderSvg.SMALL_LETTER * words.band(band).length() + 28)
                        / Math.max(1, Math.abs(band.to() - band.from())))
                .max()
                .orElse(0);
    }

    /** Below the arrows of the messages, which cross them. */
    static void draw(StringBuilder svg, Ladder ladder, LadderWords words, LadderSvg.Plan plan) {
        var drawing = new LadderSvgBands(svg, ladder, words, plan);
        ladder.bands().forEach(drawing::band);
        ladder.bands().forEach(drawing::way);
    }

    /** Where its arrow runs; its words stand above it. */
    private double begin(Band band) {
        List<Band> begun = ladder.bandsFrom(band.row());
        return plan.below(plan.places().said(band.row(), begun.indexOf(band))) + ARROW;
    }

    private void band(Band band) {
        double off = OFF + LANE * band.lane();
        double x = plan.x(band.to()) + (band.side() < 0 ? -off - WIDTH : off);
        double top = begin(band);
        double bottom = Math.max(top + SHORTEST, plan.below(plan.places().place(band.end())));
        svg.append("<rect fill=\"%s\" stroke=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                .formatted(GROUND, COLOR, n(x), n(top), n(WIDTH), n(bottom - top)));
        for (Band.Hole hole : band.holes()) {
            double from = Math.max(top, plan.below(plan.places().place(hole.begin())));
            double to = Math.max(from, plan.below(plan.places().place(hole.end())));
            if (to - from <= SHORTEST) {
                svg.append("<path stroke=\"%s\" d=\"M%s %sh%s\"/>\n".formatted(LOST, n(x), n(from), n(WIDTH)));
                continue;
            }
            svg.append("<path fill=\"#fff\" stroke=\"%s\" d=\"M%s %sh%sv%sh-%szl%s %sm0 -%sl-%s %s\"/>\n"
                    .formatted(
                            LOST,
                            n(x),
                            n(from),
                            n(WIDTH),
                            n(to - from),
                            n(WIDTH),
                            n(WIDTH),
                            n(to - from),
                            n(to - from),
                            n(WIDTH),
                            n(to - from)));
        }
    }

    private void way(Band band) {
        double y = begin(band);
        double from = plan.x(band.from());
        double to = band.from() == band.to() ? from + 26 : plan.x(band.to());
        int way = to > from ? 1 : -1;
        String said = words.band(band);
        double room = Math.max(Math.abs(to - from), plan.gap()) - 24;
        String fit = LadderSvg.fit(said, room, LadderSvg.SMALL_LETTER);
        double half = LadderSvg.SMALL_LETTER * fit.length() / 2;
        double middle = band.from() == band.to() ? to + 8 + half : (from + to) / 2;
        svg.append("<g><title>%s</title>\n".formatted(Html.escape(words.spoken(ladder, band))));
        svg.append(
                "<path fill=\"none\" stroke=\"%s\" stroke-width=\"1.2\" d=\"M%s %sH%sM%s %sH%sM%s %sL%s %sL%s %s\"/>\n"
                        .formatted(
                                COLOR,
                                n(from),
                                n(y - 1.5),
                                n(to - 7 * way),
                                n(from),
                                n(y + 1.5),
                                n(to - 7 * way),
                                n(to - 7 * way),
                                n(y - 5),
                                n(to),
                                n(y),
                                n(to - 7 * way),
                                n(y + 5)));
        svg.append("<text text-anchor=\"middle\" font-size=\"11\" x=\"%s\" y=\"%s\">%s</text>\n</g>\n"
                .formatted(n(middle), n(y - 8), Html.escape(fit)));
    }
}
