package org.ringback.window.text;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How high a paragraph is at the last few widths. Every box around it asks for that several times in one layout, so that a
 * paragraph within many boxes would be broken into lines a hundred times.
 */
final class Heights {

    /** With and without a scroll bar, and without any bound. */
    private static final int KEPT = 4;

    private final double[] widths = new double[KEPT];
    private final double[] heights = new double[KEPT];
    private int next;

    Heights() {
        forget();
    }

    /** The height at a width, worked out if it is not known. */
    double at(double width, DoubleUnaryOperator height) {
        for (int i = 0; i < KEPT; i++) {
            if (widths[i] == width) {
                return heights[i];
            }
        }
        double worked = height.applyAsDouble(width);
        widths[next] = width;
        heights[next] = worked;
        next = (next + 1) % KEPT;
        return worked;
    }

    /** Something changed on which heights depend. */
    void forget() {
        Arrays.fill(widths, Double.NaN);
    }
}
