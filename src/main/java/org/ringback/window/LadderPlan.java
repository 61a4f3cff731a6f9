package org.ringback.window;

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
 * @param width how wide everything that scrolls is
 */
record LadderPlan(
        double em, double times, double leg, double edge, double gap, double lanes, double notes, double width) {

    private static final double TYPE = 13;
    private static final double NARROWEST = 12.5;
    private static final double WIDEST = 25;
    private static final double WIDEST_EDGE = 8;
    private static final double LANE = 0.95;
    private static final double NOTE = 25;

    /**
     * Fits the columns into the room, as far as they stay readable.
     *
     * @param room how wide the whole ladder may be without scrolling
     */
    static LadderPlan of(Ladder ladder, TimeMode mode, double zoom, double room) {
        double em = TYPE * zoom;
        double leg = ladder.legs() > 1 ? 2.2 * em : 0;
        double times = leg
                + em * switch (mode) {
                    case DATE -> 14.5;
                    case TIME_OF_DAY -> 8.2;
                    case SINCE_START, SINCE_PREVIOUS, SINCE_KEY -> 6.4;
                };
        double beside = ladder.spans().isEmpty() ? 0 : em * (LANE * ladder.lanes() + NOTE);
        int columns = Math.max(1, ladder.columns().size());
        double gap = Math.clamp((room - times - beside - em) / columns, NARROWEST * em, WIDEST * em);
        double edge = Math.min(gap / 2, WIDEST_EDGE * em);
        double lanes = (columns - 1) * gap + 2 * edge;
        double notes = lanes + em * LANE * ladder.lanes() + em * 0.4;
        return new LadderPlan(em, times, leg, edge, gap, lanes, notes, lanes + beside);
    }

    /** Where the lifeline of a column is. */
    double x(int column) {
        return edge + column * gap;
    }

    double rowHeight() {
        return Math.round(3.15 * em);
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
