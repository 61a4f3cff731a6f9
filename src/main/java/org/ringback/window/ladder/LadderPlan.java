package org.ringback.window.ladder;

import org.ringback.ladder.Band;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.TimeMode;

/**
 * Where the parts of a ladder stand, in pixels; everything but times and headings counts from the right edge of the times.
 *
 * @param em the size of type, on which everything else depends
 * @param times how wide the times at the left are, the sign of the leg included
 * @param leg how wide the sign of the leg is, 0 where there is only one
 * @param edge from the outermost lifelines to what is beside them
 * @param gap from one lifeline to the next
 * @param lanes where the brackets begin
 * @param notes where the notes of the brackets begin
 * @param width how wide everything that scrolls is
 */
record LadderPlan(
        double em, double times, double leg, double edge, double gap, double lanes, double notes, double width) {

    /**
     * The notes beside a ladder.
     *
     * @param characters how many the longest has; letters that are twice as wide count twice
     * @param wrap whether all are in scripts that a label breaks right
     */
    record Notes(int characters, boolean wrap) {}

    private static final double TYPE = 13;
    private static final double READABLE = 12.5;
    private static final double NARROWEST = 9.8;
    private static final double WIDEST = 25;
    private static final double NARROWEST_EDGE = 4.4;
    private static final double WIDEST_EDGE = 8;
    private static final double LANE = 0.95;
    private static final double LONGEST_NOTE = 25;
    private static final double SHORTEST_NOTE = 6;

    /** How wide a character of a note is at most on average, in the size of type. */
    private static final double CHARACTER = 0.48;

    /**
     * Fits the columns into the room, as far as they stay readable. Where it is too small for all, first the notes take
     * two lines, then the columns become narrower; if even that is not enough, the ladder scrolls sideways.
     *
     * @param longest the notes, as far as they take room
     * @param room how wide the whole ladder may be without scrolling
     */
    static LadderPlan of(Ladder ladder, Notes longest, TimeMode mode, double zoom, double room) {
        double em = TYPE * zoom;
        double leg = ladder.legs() > 1 ? 2.2 * em : 0;
        double times = leg
                + em
                        * switch (mode) {
                            case DATE -> 14.5;
                            case TIME_OF_DAY -> 8.2;
                            case SINCE_START, SINCE_PREVIOUS, SINCE_KEY -> 6.4;
                        };
        int columns = Math.max(1, ladder.columns().size());
        double brackets = ladder.spans().isEmpty() ? 0 : em * (LANE * ladder.lanes() + 0.4);
        double oneLine = em * Math.min(LONGEST_NOTE, longest.characters() * CHARACTER + 0.5);
        double least = longest.wrap() ? Math.min(oneLine, Math.max(em * SHORTEST_NOTE, oneLine * 0.65)) : oneLine;
        double rest = room - times - brackets - em;
        double notes = longest.characters() == 0 ? 0 : Math.clamp(rest - columns * READABLE * em, least, oneLine);
        double left = rest - notes;
        double gap = Math.clamp(left / columns, READABLE * em, WIDEST * em);
        double edge = Math.min(gap / 2, WIDEST_EDGE * em);
        if (left < columns * gap && left >= ((columns - 1) * NARROWEST + 2 * NARROWEST_EDGE) * em) {
            double between = (left - 2 * NARROWEST_EDGE * em) / Math.max(1, columns - 1);
            gap = Math.min(between, READABLE * em);
            edge = (left - (columns - 1) * gap) / 2;
        }
        double lanes = (columns - 1) * gap + 2 * edge;
        return new LadderPlan(em, times, leg, edge, gap, lanes, lanes + brackets, lanes + brackets + notes);
    }

    /** Where the lifeline of a column is. */
    double x(int column) {
        return edge + column * gap;
    }

    /** How wide the heading of a column may be so that it stays off its neighbors. */
    double heading(int column, int columns) {
        boolean bounded = column == 0 || (column == columns - 1 && edge + noteWidth() < gap / 2);
        return (bounded ? Math.min(gap, 2 * edge) : gap) - 0.6 * em;
    }

    double rowHeight() {
        return Math.round(3.15 * em);
    }

    /** How far below the top of a row its arrow runs. */
    double line() {
        return Math.round(rowHeight() * 0.55);
    }

    /** How much room there is for a stream's words and for its arrow below them. */
    double bandHeight() {
        return Math.round(2 * em);
    }

    /** Where a band is that reaches a column, counted from the left. */
    double band(Band band) {
        double off = (0.8 + LANE * band.lane()) * em;
        return x(band.to()) + (band.side() < 0 ? -off - bandWidth() : off);
    }

    double bandWidth() {
        return Math.round(0.62 * em);
    }

    double headHeight() {
        return Math.round(3.7 * em);
    }

    double lane(int number) {
        return lanes + em * LANE * (number + 0.5);
    }

    double noteWidth() {
        return Math.max(0, width - notes);
    }
}
