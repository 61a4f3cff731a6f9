package org.ringback.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringback.capture.wire.Captured;

/** The times in which nothing came: holes where packets are missing, pauses that the sender made, and the longest wait besides. */
final class GapMeter {

    /** A hole of so many packets is long. */
    private static final int LONG_HOLE = 5;

    private final List<MediaStream.Hole> holes = new ArrayList<>(0);
    private long longestDelta;
    private Moment pauseBefore;
    private Moment pauseAfter;

    /**
     * So many are missing between two packets.
     *
     * @param before when the one before them came, or {@link Captured#NO_TIME}
     */
    void hole(long missing, long before, long frameBefore, long time, long frame) {
        if (missing >= LONG_HOLE
                && holes.size() < MediaStream.HOLES
                && time != Captured.NO_TIME
                && before != Captured.NO_TIME) {
            holes.add(new MediaStream.Hole(new Moment(before, frameBefore), new Moment(time, frame), missing));
        }
    }

    /** Between two packets that follow each other the sender sent nothing on purpose. */
    void pause(long before, long frameBefore, long time, long frame) {
        if (pauseBefore == null || time - before > pauseAfter.time() - pauseBefore.time()) {
            pauseBefore = new Moment(before, frameBefore);
            pauseAfter = new Moment(time, frame);
        }
    }

    /** Between two packets that follow each other so much time passed, in microseconds. */
    void delta(long micros) {
        longestDelta = Math.max(longestDelta, micros);
    }

    List<MediaStream.Hole> holes() {
        return holes;
    }

    long longestDelta() {
        return longestDelta;
    }

    Optional<MediaStream.Pause> longestPause() {
        return Optional.ofNullable(pauseBefore).map(before -> new MediaStream.Pause(before, pauseAfter));
    }
}
