package org.ringback.sound.quality;

import java.util.ArrayList;
import java.util.List;

/** What the E-model says of a stream, with what it rests on. */
public sealed interface QualityEstimate {

    /** One-way delays that are assumed where nobody measured any, in milliseconds: a near and a far other end. */
    int SHORT_DELAY = 50;

    int LONG_DELAY = 200;

    /**
     * Between these it lies.
     *
     * @param shortDelay with this delay, in milliseconds, it would be the highest
     * @param longDelay with this the lowest
     * @param assumed what the name of the codec may stand for, each of which was rated
     * @param leftOut what it may stand for as well, of which no robustness against loss is published
     */
    record Range(
            Rating lowest,
            Rating highest,
            int shortDelay,
            int longDelay,
            Loss loss,
            List<Equipment> assumed,
            List<Equipment> leftOut)
            implements QualityEstimate {

        public Range {
            assumed = List.copyOf(assumed);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Why there is none. */
    enum None implements QualityEstimate {
        /** Nothing is published about the codec on the narrow-band scale. */
        CODEC_NOT_RATED,
        /** Nothing is published about how the codec bears loss, and there was some. */
        LOSS_NOT_RATED
    }

    /** With the delays that are usually assumed. */
    static QualityEstimate of(String encodingName, Loss loss) {
        return of(encodingName, loss, SHORT_DELAY, LONG_DELAY);
    }

    /**
     * By ITU-T G.107 in its usual short form.
     *
     * @param encodingName of the codec, as an {@code rtpmap} says it
     * @param shortDelay the shortest delay from mouth to ear that is assumed, in milliseconds, 0 or more
     * @param longDelay the longest
     */
    static QualityEstimate of(String encodingName, Loss loss, int shortDelay, int longDelay) {
        List<Equipment> rated = new ArrayList<>();
        List<Equipment> leftOut = new ArrayList<>();
        for (Equipment equipment : Equipment.of(encodingName)) {
            boolean known = loss.percent() == 0 || equipment.robustness().isPresent();
            (known ? rated : leftOut).add(equipment);
        }
        if (rated.isEmpty()) {
            return leftOut.isEmpty() ? None.CODEC_NOT_RATED : None.LOSS_NOT_RATED;
        }
        double least =
                rated.stream().mapToDouble(each -> impairment(each, loss)).min().orElseThrow();
        double most =
                rated.stream().mapToDouble(each -> impairment(each, loss)).max().orElseThrow();
        int near = Math.clamp(Math.min(shortDelay, longDelay), 0, 10_000);
        int far = Math.clamp(Math.max(shortDelay, longDelay), 0, 10_000);
        return new Range(Rating.of(far, most), Rating.of(near, least), near, far, loss, rated, leftOut);
    }

    private static double impairment(Equipment equipment, Loss loss) {
        return loss.percent() == 0
                ? equipment.impairment()
                : Rating.impairment(
                        equipment.impairment(), equipment.robustness().orElseThrow(), loss);
    }
}
