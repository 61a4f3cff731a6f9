package org.ringback.words;

import org.ringback.language.NamedKey;

/** The words of calls in numbers. */
public enum StatisticsText implements NamedKey {
    CALLS,
    ANSWER_RATIO,
    POST_DIAL_DELAY,
    TALK_TIME,
    CODE,
    SOURCE,
    DESTINATION,
    PROGRAM,
    BEGAN,
    COUNT,
    PERIOD,
    COLUMN_CALLS,
    COLUMN_ANSWERED,
    COLUMN_FAILED,
    COLUMN_RATIO,
    MORE,
    NONE;

    @Override
    public String group() {
        return "statistics";
    }
}
