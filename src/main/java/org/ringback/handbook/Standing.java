package org.ringback.handbook;

/** What a code is in the IANA registry, or why it is met although it is not there. */
public enum Standing implements Facet {
    /** In the registry and in use. */
    REGISTERED,

    /** In the registry, but no longer to be sent for its first purpose. */
    DEPRECATED,

    /** In the registry, kept for a use that was never defined (402). */
    RESERVED,

    /** In RFC 2543, dropped by RFC 3261. */
    HISTORIC,

    /** Sent on the wire by products, never registered. */
    VENDOR,

    /** In the phrase tables of stacks; nothing is known to send it. */
    PHRASE_TABLE,

    /** Proposed in a draft that never became an RFC. */
    PROPOSAL,

    /** Met in test suites only. */
    TEST_DATA,

    /** A mistake in a library's list. */
    SOFTWARE_ERROR,

    /** Made up inside a program and printed in its logs; never a response on the wire. */
    LOCAL_ONLY;

    @Override
    public String property() {
        return "standing";
    }
}
