package org.ringback.capture.text;

/** A kind of log that announces each message with a line of its own. */
interface LogShape {

    /**
     * What a line says about the message that follows it, or null if it is not such a line.
     *
     * @param line the first 4 KiB of the line, without its end
     * @param previous the line with text before it outside of messages; empty if there is none close by
     */
    Frame frame(String line, String previous, LogClock clock);
}
