package org.ringback.handbook;

/** For how much of the search for the callee a code speaks. */
public enum Scope implements Facet {
    /** Between two neighbors only (100). */
    HOP,

    /** The one phone or server that was asked. */
    BRANCH,

    /** Everyone in the domain of the Request-URI. */
    DOMAIN,

    /** The user at every place (6xx). */
    EVERYWHERE,

    /** The request as a whole: it succeeded. */
    REQUEST,

    /** The program that printed it. */
    LOCAL;

    @Override
    public String property() {
        return "scope";
    }
}
