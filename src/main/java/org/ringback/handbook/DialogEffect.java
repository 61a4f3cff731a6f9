package org.ringback.handbook;

/** What a code does to a dialog when it answers a request in it, or creates one. RFC 5057 for failures. */
public enum DialogEffect implements Facet {
    /** Nothing (100). */
    NONE,

    /** Creates or keeps an early dialog when it carries a To tag. */
    EARLY_DIALOG,

    /** Ends the one early dialog of its To tag. */
    ENDS_EARLY_DIALOG,

    /** Creates or confirms the dialog. */
    ESTABLISHES,

    /** None to the method it is for; to an older use it is a success like any other (202). */
    CREATES_NONE,

    /** Refreshes a subscription. */
    REFRESHES_SUBSCRIPTION,

    /** Whatever it does concerns the whole dialog. */
    WHOLE_DIALOG,

    /** Only this request failed; the dialog goes on. */
    TRANSACTION_ONLY,

    /** Its RFC says that the dialog must or should go on. */
    NEVER_ENDS_DIALOG,

    /** Ends the usage (the call or the subscription) in which it was sent. */
    DESTROYS_USAGE,

    /** Ends the whole dialog with every usage. */
    DESTROYS_DIALOG,

    /** As a transaction timeout: the usage should be ended. */
    ENDS_USAGE_ON_TIMEOUT,

    /** There is no response that could do anything. */
    NOT_ON_WIRE;

    @Override
    public String property() {
        return "dialog";
    }
}
