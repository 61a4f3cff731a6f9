package org.ringback.sip;

import java.util.ArrayList;
import java.util.List;

/** Collects the doubts about one message, but not without end. */
final class Doubts {

    /** A message with more of them is damaged as a whole. */
    static final int MOST = 100;

    private final List<Doubt> doubts = new ArrayList<>();

    void add(Fault fault, long from, long to, String rule) {
        if (doubts.size() < MOST) {
            doubts.add(new Doubt(fault, new ByteRange(from, to), rule));
        }
    }

    List<Doubt> all() {
        return List.copyOf(doubts);
    }
}
