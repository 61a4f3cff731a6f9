package org.ringback.comparison;

/**
 * One point in which two codes part, with a whole sentence for each.
 *
 * @param about what it is about, in the language of the comparison
 */
public record Difference(String about, String left, String right) {}
