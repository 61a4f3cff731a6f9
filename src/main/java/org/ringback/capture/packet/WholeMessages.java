package org.ringback.capture.packet;

import java.util.LinkedHashSet;
import java.util.Set;

/** Remembers which messages came whole, so that a copy that did not is not taken for another one. */
final class WholeMessages {

    /** A message is sent again for half a minute (RFC 3261, 17); hardly any is as large as to be fragmented. */
    private static final int REMEMBERED = 1 << 14;

    private final Set<Long> likenesses = new LinkedHashSet<>();

    void add(long likeness) {
        if (likenesses.size() >= REMEMBERED) {
            likenesses.remove(likenesses.iterator().next());
        }
        likenesses.add(likeness);
    }

    boolean has(long likeness) {
        return likenesses.contains(likeness);
    }
}
