package org.ringback.ladder;

import java.util.List;

/**
 * How rows stand below each other: where streams begin, there is room below a row for what is said of them, and below the last one
 * for what still flows after it. Everything is told in the measure of who draws, from the top of the first row.
 */
public final class RowPlaces {

    /** Below what is said, a band needs some length before the next row, or its holes could not be told apart. */
    private static final double LENGTH = 0.5;

    private final double row;
    private final double line;
    private final double band;
    private final double[] tops;
    private final int[] begun;

    /**
     * Stacks the rows.
     *
     * @param row how high a row is
     * @param line how far below its top its arrow runs
     * @param band how much room is needed to say something of a stream
     */
    public RowPlaces(Ladder ladder, double row, double line, double band) {
        this.row = row;
        this.line = line;
        this.band = band;
        int rows = ladder.lines().size();
        tops = new double[rows + 1];
        begun = new int[rows];
        List<Band> bands = ladder.bands();
        bands.forEach(each -> begun[each.row()]++);
        boolean goesOn = bands.stream().anyMatch(each -> each.end() > rows - 1);
        for (int at = 0; at < rows; at++) {
            boolean longer = begun[at] > 0 || (at == rows - 1 && goesOn);
            tops[at + 1] = tops[at] + row + (begun[at] + (longer ? LENGTH : 0)) * band;
        }
    }

    /** Where a row begins; of the row after the last one, where all end. */
    public double top(int at) {
        return tops[at];
    }

    public double height(int at) {
        return tops[at + 1] - tops[at];
    }

    /** Where the arrow of a row runs. */
    public double line(int at) {
        return tops[at] + line;
    }

    /**
     * The middle of what is said of a stream.
     *
     * @param number which of the streams that begin below the row, from 0
     */
    public double said(int at, int number) {
        return tops[at] + row + (number + 0.5) * band;
    }

    /** A place of a {@link Band}. */
    public double place(double place) {
        int at = (int) place;
        double above = begun[at] == 0 ? line(at) : tops[at] + row + begun[at] * band;
        double below = at == begun.length - 1 ? tops[at + 1] : line(at + 1);
        return above + (place - at) * (below - above);
    }
}
