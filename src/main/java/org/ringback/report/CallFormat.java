package org.ringback.report;

/** The forms in which a list of calls can leave the program. */
public enum CallFormat {
    TEXT,
    JSON,
    CSV
}
