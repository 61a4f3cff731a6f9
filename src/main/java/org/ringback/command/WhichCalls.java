package org.ringback.command;

/** Which calls of the files are meant. */
sealed interface WhichCalls {

    /** Whatever is in them. */
    record All() implements WhichCalls {}

    /** What failed. */
    record Problems() implements WhichCalls {}

    /** The call of a Call-ID, with its other legs. */
    record Named(String callId) implements WhichCalls {}
}
