package org.ringback.window.ladder;

/** What a ladder leads to when the user asks for more than an arrow. */
public interface LadderReader {

    /** The user has chosen an arrow in the ladder, and not its message elsewhere. */
    void chosen();

    /** The user wants to read the message of the chosen arrow. */
    void openMessage();

    /** The user wants to know what a response code means. */
    void openCode(int code);
}
