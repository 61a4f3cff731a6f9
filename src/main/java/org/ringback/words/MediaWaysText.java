package org.ringback.words;

import org.ringback.flow.MediaWays;
import org.ringback.language.NamedKey;

/** The words for whether media of a call were captured. */
public enum MediaWaysText implements NamedKey {
    COLUMN,
    BOTH_WAYS,
    ONE_WAY,
    NONE,
    NOT_CAPTURED,
    BOTH_WAYS_HINT,
    TOWARD_CALLEE_HINT,
    TOWARD_CALLER_HINT,
    NONE_HINT,
    NOT_CAPTURED_HINT;

    /** The short answer. */
    public static MediaWaysText of(MediaWays ways) {
        return switch (ways) {
            case BOTH_WAYS -> BOTH_WAYS;
            case TOWARD_CALLEE, TOWARD_CALLER -> ONE_WAY;
            case NONE -> NONE;
            case NOT_CAPTURED -> NOT_CAPTURED;
        };
    }

    /** The same in a sentence. */
    public static MediaWaysText hint(MediaWays ways) {
        return switch (ways) {
            case BOTH_WAYS -> BOTH_WAYS_HINT;
            case TOWARD_CALLEE -> TOWARD_CALLEE_HINT;
            case TOWARD_CALLER -> TOWARD_CALLER_HINT;
            case NONE -> NONE_HINT;
            case NOT_CAPTURED -> NOT_CAPTURED_HINT;
        };
    }

    @Override
    public String group() {
        return "media.ways";
    }
}
