package org.ringback.ladder;

/** What the time of a row is told from. */
public enum TimeMode {
    DATE,
    TIME_OF_DAY,
    SINCE_START,
    /** Since the row above, as it is shown. */
    SINCE_PREVIOUS,
    /** Since a row that the user chose. */
    SINCE_KEY
}
