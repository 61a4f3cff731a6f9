package org.ringback.pseudonym;

/** How close messages with pseudonyms stay to the original in what names nobody, but may tell which call it was. */
public enum Likeness {
    /** Lengths and times are those of the original, so that findings about sizes and timers are exact. */
    EXACT,
    /**
     * Numbers, names and identifiers have one of a few lengths, and times begin at a fixed day and are rounded and shaken, in
     * their order.
     */
    BLURRED
}
