package org.ringback.answers;

/** The forms in which an answer can leave the program. */
public enum Format {
    TEXT,
    MARKDOWN,
    HTML,
    JSON
}
