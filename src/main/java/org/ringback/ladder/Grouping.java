package org.ringback.ladder;

/** What makes one column. */
public enum Grouping {
    /** An IP address, whatever its ports. */
    ADDRESS,
    /** A host under all addresses of which the messages prove that they are its own; named as it names itself. */
    NAME,
    /** An address with its port. */
    PORT
}
