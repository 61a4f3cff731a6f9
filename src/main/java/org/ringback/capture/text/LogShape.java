package org.ringback.capture.text;

import java.util.List;

/** A kind of log that announces each message with a line of its own. */
interface LogShape {

    /** Words of which one stands in every line of this kind: any other line is not looked at. */
    List<String> words();

    /**
     * What a line says about the message that follows it, or null if it is not such a line.
     *
     * @param line the first 4 KiB of the line, without its end
     * @param previous the line with text before it outside of messages; empty if there is none close by
     */
    Frame frame(String line, String previous, LogClock clock);
}
