package org.ringback.capture.wrap;

/**
 * A line of a text while it is unwrapped, one character for each byte.
 *
 * @param number its line in the file, counted from 1; several rows may come from one line
 * @param text without its end
 * @param end its end as it stands there; empty for the last line of a file, perhaps
 */
record Row(long number, String text, String end) {

    Row with(String other) {
        return other.equals(text) ? this : new Row(number, other, end);
    }

    /** A row that the line did not have of its own. */
    Row made(String other) {
        return new Row(number, other, end.isEmpty() ? "\n" : end);
    }
}
