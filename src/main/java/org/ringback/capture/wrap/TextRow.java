package org.ringback.capture.wrap;

/**
 * A line of a text while it is unwrapped, one character for each byte.
 *
 * @param number its line in the file, counted from 1; several rows may come from one line
 * @param text without its end
 * @param end its end as it stands there; empty for the last line of a file, perhaps
 */
record TextRow(long number, String text, String end) {

    TextRow with(String other) {
        return other.equals(text) ? this : new TextRow(number, other, end);
    }

    /** A row that the line did not have of its own. */
    TextRow made(String other) {
        return new TextRow(number, other, end.isEmpty() ? "\n" : end);
    }
}
