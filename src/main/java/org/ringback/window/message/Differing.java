package org.ringback.window.message;

import org.ringback.window.text.Range;

/** Where two values of a header are not the same. */
final class Differing {

    private Differing() {}

    /**
     * The letters of one value between what both begin and what both end with.
     *
     * @return nothing if the value has no letters of its own there
     */
    static Range in(String value, String other) {
        int shorter = Math.min(value.length(), other.length());
        int from = 0;
        while (from < shorter && value.charAt(from) == other.charAt(from)) {
            from++;
        }
        int same = 0;
        while (same < shorter - from
                && value.charAt(value.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return new Range(from, value.length() - same);
    }
}
