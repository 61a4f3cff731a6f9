package org.ringback.call;

/** What the messages of one Call-ID are about. */
public enum CallKind {
    /** An INVITE and everything in its dialogs. */
    CALL,
    REGISTRATION,
    SUBSCRIPTION,
    /** OPTIONS, MESSAGE, PUBLISH, NOTIFY and other requests on their own. */
    OTHER
}
