package org.ringback.sound;

import java.util.Set;

/** The rates at which sound is heard, drawn and written, in samples of each channel in a second. */
final class Rates {

    private static final Set<Integer> ALL = Set.of(8000, 16_000, 48_000);

    private Rates() {}

    static int checked(int rate) {
        if (!ALL.contains(rate)) {
            throw new IllegalArgumentException("8000, 16,000 or 48,000, not " + rate);
        }
        return rate;
    }
}
