package org.ringback.pseudonym;

/** What is replaced. */
public enum PseudonymKind {
    /** Telephone numbers and extensions; with + or 00 before it, it is the same number. */
    NUMBER,
    /** What people, accounts and machines are called: each word of a user name, a display name or a host. */
    NAME,
    /** Domains: they end with {@code .example} afterwards (RFC 2606). */
    DOMAIN,
    /** IP addresses: public ones go to the ranges for documentation, others stay within the range that they are of. */
    ADDRESS,
    /** Call-IDs, tags, branches and other identifiers. */
    IDENTIFIER,
    /** Nonces, digests, keys, signatures and fingerprints. */
    SECRET,
    /** Texts that people wrote, and bodies that nobody here can read. */
    TEXT
}
