package org.ringback.ladder;

/** What a message has to do with the selected one, the nearest first. */
public enum Relation {
    SELECTED,
    /** The same transaction on the same hop (RFC 3261, 17). */
    SAME_TRANSACTION,
    /** The same dialog (RFC 3261, 12), or the same request on another hop. */
    SAME_DIALOG,
    /** Another answer to the same forked request: the same caller's tag with another callee's. */
    SIBLING_FORK,
    /** A call of its own, shown because it is probably the other side of a B2BUA. */
    OTHER_LEG,
    /** The same Call-ID and nothing more. */
    NONE
}
