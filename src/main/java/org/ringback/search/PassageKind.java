package org.ringback.search;

import org.ringback.language.NamedKey;

/** Where the words stand that speak for a code, and how much they say about it there. */
public enum PassageKind implements NamedKey {
    /** The phrase on the wire. */
    PHRASE(40),
    /** What people say or search for. */
    COMPLAINT(40),
    /** Another phrase that some product sends. */
    OTHER_PHRASE(25),
    /** The phrase explained. */
    EXPLAINED(25),
    GIST(12),
    /** A product that sends the code, or a header that goes with it. */
    NAME(12),
    SEEN(8),
    CAUSE(8),
    FIX(4),
    DESCRIPTION(4);

    private final int weight;

    PassageKind(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    /** The same as a share of the most, up to 1. */
    float share() {
        return (float) weight / COMPLAINT.weight;
    }

    /** Whether it is short enough to be compared with a complaint as a whole. */
    boolean comparable() {
        return this == PHRASE || this == COMPLAINT || this == OTHER_PHRASE || this == EXPLAINED;
    }

    /** Whether somebody who sees the code in a list sees these words as well. */
    boolean obvious() {
        return this == PHRASE || this == EXPLAINED;
    }

    @Override
    public String group() {
        return "search.reason";
    }
}
