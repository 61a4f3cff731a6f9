package org.ringback.diagnosis.rule.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringback.flow.Stalls;
import org.ringback.media.MediaStream;

/** A stream whose packets are missing where the capture stood still, and hardly anywhere else. */
record StalledStream(MediaStream stream, List<Stalls.Stall> stalls) {

    private static final double NEARLY_ALL = 0.9;

    static Optional<StalledStream> of(MediaStream stream, Stalls all) {
        List<Stalls.Stall> found = new ArrayList<>();
        long explained = 0;
        long looked = 0;
        for (MediaStream.Hole hole : stream.longHoles()) {
            List<Stalls.Stall> stalls = all.in(stream.file(), hole);
            found.addAll(stalls);
            explained += stalls.isEmpty() ? 0 : hole.packets();
            looked += hole.packets();
        }
        // Where there are more holes than are remembered, the first ones speak for all.
        long lost =
                stream.longHoles().size() < MediaStream.HOLES ? stream.loss().lost() : looked;
        return explained > 0 && explained >= NEARLY_ALL * lost
                ? Optional.of(new StalledStream(stream, found))
                : Optional.empty();
    }
}
