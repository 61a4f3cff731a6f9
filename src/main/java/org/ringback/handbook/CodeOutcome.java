package org.ringback.handbook;

import org.ringback.language.NamedKey;

/**
 * What became of a request, and by whom: what one asks first when two codes are set side by side. The text of each is
 * the whole sentence about two codes that share it, made of their digits and of what each of them says.
 */
public enum CodeOutcome implements NamedKey {
    /** Nothing yet: the answer is still to come. */
    PENDING,

    /** It worked. */
    DONE,

    /** The caller is sent to another place. */
    MOVED,

    /** Somebody asks who it is that sends the request. */
    IDENTITY,

    /** The address leads nowhere. */
    ADDRESS,

    /** The receiver cannot work with the request as it is. */
    REQUEST,

    /** A rule forbids it. */
    RULE,

    /** The called person or phone does not take the call. */
    CALLEE,

    /** Both sides see differently what is under way. */
    STATE,

    /** The calling side gave up. */
    CALLED_OFF,

    /** A server or the way to it failed. */
    PATH,

    /** Nobody sends it today: a program's note, or a number from a table. */
    NOT_SENT;

    @Override
    public String group() {
        return "outcome";
    }
}
