package org.ringback.media;

import java.util.Optional;
import org.ringback.media.MediaStream.Drift;
import org.ringback.media.MediaStream.Swell;

/**
 * What changes too slowly for jitter to show it: clocks that drift apart, and a delay that grows and becomes less again. By itself
 * neither says whether the sender, the way or the clock of the capture is to blame.
 */
public final class SlowChange {

    /** In less time nothing can be told of a clock, in microseconds. */
    public static final long LONG = 120_000_000;

    /** So much more delay is heard where the way took a tenth of a second before (G.114), in microseconds. */
    public static final long HEARD = 200_000;

    /** Quartz is off by a tenth of it at most, and so are the clocks of computers that are being set. */
    private static final double OFF = 1e-3;

    /** More than that is no wrong clock but another rate. */
    private static final double OTHER_RATE = 0.03;

    private static final long NOTICED = 200_000;

    /** The soonest packets of all parts lie on the line, give or take so much of the whole. */
    private static final double EVEN = 0.1;

    /** What is over sooner, buffers even out, or it is a gap. */
    private static final long LASTING = 5_000_000;

    /** A silence that is not sent may be counted as time or not. */
    private static final long PAUSE = 500_000;

    private SlowChange() {}

    /** What was measured of both; empty where it may be an effect of pauses or of numbers that began anew. */
    public static Optional<Drift> measured(MediaStream stream) {
        boolean even = stream.loss().restarts() == 0
                && stream.longestPause().filter(pause -> pause.length() > PAUSE).isEmpty();
        return stream.drift().filter(_ -> even);
    }

    /** How the clocks drift apart, if that is more than good clocks do, and even. */
    public static Optional<Drift> drift(MediaStream stream) {
        return measured(stream)
                .filter(drift -> Math.abs(drift.slower()) >= OFF
                        && Math.abs(drift.slower()) <= OTHER_RATE
                        && drift.length() >= LONG
                        && drift.apart() >= NOTICED
                        && drift.farthest() <= EVEN * drift.apart());
    }

    /** How the delay grew for a while, if that is heard. */
    public static Optional<Swell> growth(MediaStream stream) {
        return measured(stream)
                .filter(_ -> stream.leaps().isEmpty())
                .flatMap(Drift::swell)
                .filter(swell -> swell.most() >= HEARD && swell.length() >= LASTING);
    }
}
