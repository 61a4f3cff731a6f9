package org.ringback.flow;

/** Who of the two that talk. */
public enum Side {
    CALLER,
    CALLEE;

    public Side other() {
        return this == CALLER ? CALLEE : CALLER;
    }
}
