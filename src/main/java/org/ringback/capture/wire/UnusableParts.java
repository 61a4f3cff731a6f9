package org.ringback.capture.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what could not be used, but not without limit: a hostile file may have a fault in every packet. What is said of a
 * file as a whole is always kept. For one thread.
 */
public final class UnusableParts {

    private final int most;
    private final List<Unusable> kept = new ArrayList<>();
    private long notKept;

    /** @param most so many are kept; who has read them does not need the rest */
    public UnusableParts(int most) {
        this.most = most;
    }

    public void add(Unusable part) {
        if (part.frame() == 0 || kept.size() < most) {
            kept.add(part);
        } else {
            notKept++;
        }
    }

    /** In the order in which they came; the last one says how many more there were. */
    public List<Unusable> all() {
        if (notKept == 0) {
            return List.copyOf(kept);
        }
        var all = new ArrayList<>(kept);
        all.add(new Unusable(kept.getLast().file(), 0, Unusable.Reason.LIMIT, "+" + notKept));
        return all;
    }
}
